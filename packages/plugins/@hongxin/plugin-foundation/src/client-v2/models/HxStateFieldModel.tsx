import { ClickableFieldModel } from '@nocobase/client-v2';
import { DisplayItemModel, type CollectionField, type FlowContext } from '@nocobase/flow-engine';
import { Tag } from 'antd';
import React from 'react';
import { tExpr } from '../locale';
import { labelText, languageOf } from '../tools/texts';
import { requestsOf } from '../tools/tools-of';
import { loadProcess, stateOf, type PublicProcess } from '../requests/processes';

interface FieldContext extends FlowContext {
  collectionField?: CollectionField;
}

/** A state as a tag, named in the user's language; the label in the column's choices is Chinese only. */
export class HxStateFieldModel extends ClickableFieldModel {
  private process: PublicProcess | null = null;

  async readProcess(context: FieldContext): Promise<void> {
    const collection = context.collectionField?.collectionName;
    const process = collection ? await loadProcess(requestsOf(context.api), collection) : null;
    this.process = process?.stateField === context.collectionField?.name ? process : null;
  }

  renderComponent(value: unknown) {
    if (typeof value !== 'string' || value === '') return null;
    const state = this.process && stateOf(this.process, value);
    const choices = (this.context as FieldContext).collectionField?.uiSchema?.enum as
      { value: unknown; label: string; color?: string }[] | undefined;
    const choice = choices?.find((each) => each.value === value);
    const label = state ? labelText(state.label, languageOf(this.context)) : (choice?.label ?? value);
    return <Tag color={state?.color ?? choice?.color}>{label}</Tag>;
  }
}

HxStateFieldModel.define({ label: tExpr('流程状态') });

HxStateFieldModel.registerFlow({
  key: 'stateFieldProcess',
  steps: {
    read: {
      async handler(ctx) {
        await ctx.model.readProcess(ctx);
      },
    },
  },
});

/** State columns of the pack's collections are shown this way unless the administrator chooses otherwise. */
DisplayItemModel.bindModelToInterface('HxStateFieldModel', 'select', {
  isDefault: true,
  when: (_context: FlowContext, field: CollectionField) =>
    field.name === 'state' && (field.collectionName ?? '').startsWith('hx'),
});
