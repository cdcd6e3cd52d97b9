import { openSheet, recordOf, refreshAfterMove } from '@hongxin/plugin-foundation/client-v2';
import { ActionModel, ActionSceneEnum } from '@nocobase/client-v2';
import { type FlowContext, type FlowRuntimeContext } from '@nocobase/flow-engine';
import React from 'react';
import { SERVICE_RECORDS } from '../constants';
import { tExpr, translator } from '../locale';
import { CorrectRecord } from '../service/CorrectRecord';
import { toolsOf } from '../service/tools';

/** Record action 更正 on verified hours. */
export class HxCorrectRecordActionModel extends ActionModel {
  static scene = ActionSceneEnum.record;

  defaultProps = { type: 'link', title: tExpr('更正') };

  /** Only verified hours that still stand can be corrected; what is not known the server says. */
  followRecord(context: FlowContext): void {
    const { state, origin, reversedAt } = recordOf(context)?.values ?? {};
    const stands = (state ?? 'verified') === 'verified' && origin !== 'reversal' && !reversedAt;
    this.setHidden(!stands);
  }
}

HxCorrectRecordActionModel.define({
  label: tExpr('更正服务时长'),
  sort: 21,
  hide: (context) => context.collection?.name !== undefined && context.collection.name !== SERVICE_RECORDS,
});

HxCorrectRecordActionModel.registerFlow({
  key: 'correctSettings',
  sort: 500,
  steps: {
    follow: {
      handler(ctx: FlowRuntimeContext<HxCorrectRecordActionModel>) {
        ctx.model.followRecord(ctx);
      },
    },
  },
});

HxCorrectRecordActionModel.registerFlow({
  key: 'correctClick',
  on: 'click',
  steps: {
    open: {
      async handler(ctx: FlowRuntimeContext<HxCorrectRecordActionModel>) {
        const t = translator(ctx);
        const record = recordOf(ctx);
        if (!record) {
          ctx.message.warning(t('请先选择一条服务记录'));
          return;
        }
        await openSheet(ctx, {
          title: t('更正服务时长'),
          content: (view) => (
            <CorrectRecord
              tools={toolsOf(ctx)}
              recordId={record.key}
              onDone={() => {
                void refreshAfterMove(ctx, { collection: SERVICE_RECORDS, key: record.key });
                view.close();
              }}
            />
          ),
        });
      },
    },
  },
});
