import { ClickableFieldModel } from '@nocobase/client-v2';
import { DisplayItemModel, type CollectionField, type FlowContext } from '@nocobase/flow-engine';
import React from 'react';
import { PersonalValue } from '../components/PersonalValue';
import { tExpr, translator } from '../locale';
import { recordOf } from '../record/record-of';
import { requestFailure } from '../requests/errors';
import { requestsOf } from '../tools/tools-of';
import { revealField } from '../requests/reveal';
import { isPhone } from '../view/is-phone';
import { openSheet } from '../view/open-sheet';

interface FieldContext extends FlowContext {
  collectionField?: CollectionField;
}

/** Fields this user may not reveal, learnt from the server's answer; `<collection>.<field>`. */
const refused = new Set<string>();

/** A personal field: masked by the server, with 查看 for those who may. */
export class HxPersonalFieldModel extends ClickableFieldModel {
  renderComponent(value: unknown) {
    if (value === undefined || value === null || value === '') return null;
    const context = this.context as FieldContext;
    const record = recordOf(context);
    const { collectionField: field } = context;
    const name = `${record?.collection.name}.${field?.name}`;
    // A field of a related record is revealed there: its record is not the one of this row.
    const isOwnField = record !== undefined && field?.collectionName === record.collection.name;
    return (
      <PersonalValue
        value={String(value)}
        t={translator(context)}
        canReveal={() => isOwnField && !refused.has(name)}
        reveal={() => this.reveal(context, name)}
      />
    );
  }

  private async reveal(context: FieldContext, name: string): Promise<string | undefined> {
    const record = recordOf(context);
    const field = context.collectionField;
    if (!record || !field) return undefined;
    const t = translator(context);
    const requests = requestsOf(context.api);
    const { RevealForm } = await import('../components/RevealForm');
    let clear: string | undefined;
    await openSheet(context, {
      title: t('查看{{field}}', { field: field.title }),
      width: 440,
      content: (view) => (
        <RevealForm
          t={t}
          touch={isPhone(context)}
          onCancel={() => view.close()}
          reveal={async (reason) => {
            try {
              clear = await revealField(requests, record.collection.name, record.key, { field: field.name, reason });
            } catch (error) {
              if (requestFailure(error).status === 403) refused.add(name);
              throw error;
            }
            view.close();
          }}
        />
      ),
    });
    return clear;
  }
}

HxPersonalFieldModel.define({ label: tExpr('个人信息（可查看原文）') });

DisplayItemModel.bindModelToInterface('HxPersonalFieldModel', ['input', 'phone', 'email', 'textarea']);
