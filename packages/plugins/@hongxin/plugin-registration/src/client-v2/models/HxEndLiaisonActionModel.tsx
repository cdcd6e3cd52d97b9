import { openSheet, recordOf, refreshAfterMove } from '@hongxin/plugin-foundation/client-v2';
import { ActionModel, ActionSceneEnum } from '@nocobase/client-v2';
import { type FlowContext, type FlowRuntimeContext } from '@nocobase/flow-engine';
import React from 'react';
import { UNITS } from '../constants';
import { tExpr, translator } from '../locale';
import { toolsOf } from '../service/tools';
import { EndLiaison } from '../units/EndLiaison';

/** Record action 解除联络员 on units. */
export class HxEndLiaisonActionModel extends ActionModel {
  static scene = ActionSceneEnum.record;

  defaultProps = { type: 'link', title: tExpr('解除联络员') };

  /** A unit that is known to have none has nothing to end. */
  followRecord(context: FlowContext): void {
    this.setHidden(recordOf(context)?.values.liaisonId === null);
  }
}

HxEndLiaisonActionModel.define({
  label: tExpr('解除联络员'),
  sort: 31,
  hide: (context) => context.collection?.name !== undefined && context.collection.name !== UNITS,
});

HxEndLiaisonActionModel.registerFlow({
  key: 'endLiaisonSettings',
  sort: 500,
  steps: {
    follow: {
      handler(ctx: FlowRuntimeContext<HxEndLiaisonActionModel>) {
        ctx.model.followRecord(ctx);
      },
    },
  },
});

HxEndLiaisonActionModel.registerFlow({
  key: 'endLiaisonClick',
  on: 'click',
  steps: {
    open: {
      async handler(ctx: FlowRuntimeContext<HxEndLiaisonActionModel>) {
        const t = translator(ctx);
        const unit = recordOf(ctx);
        if (!unit) {
          ctx.message.warning(t('请先选择一个单位'));
          return;
        }
        await openSheet(ctx, {
          title: t('解除联络员'),
          content: (view) => (
            <EndLiaison
              tools={toolsOf(ctx)}
              unitId={unit.key}
              onDone={() => {
                void refreshAfterMove(ctx, { collection: UNITS, key: unit.key });
                view.close();
              }}
            />
          ),
        });
      },
    },
  },
});
