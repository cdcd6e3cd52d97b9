import { openSheet, recordOf, refreshAfterMove } from '@hongxin/plugin-foundation/client-v2';
import { ActionModel, ActionSceneEnum } from '@nocobase/client-v2';
import { type FlowContext, type FlowRuntimeContext } from '@nocobase/flow-engine';
import React from 'react';
import { ClaimNeed } from '../claiming/ClaimNeed';
import { NEEDS } from '../constants';
import { tExpr, translator } from '../locale';
import { toolsOf } from '../service/tools';

/** States in which somebody may still claim a need or places of what meets it. */
const OPEN_STATES = ['published', 'claimed', 'inProgress'];

/** Record action 认领 on needs: for members places of what meets the need, for liaisons also the need itself. */
export class HxClaimNeedActionModel extends ActionModel {
  static scene = ActionSceneEnum.record;

  defaultProps = { type: 'link', title: tExpr('认领') };

  /** There is nothing to claim where the need is known to be over; what is not known the server says. */
  followState(context: FlowContext): void {
    const state: unknown = recordOf(context)?.values.state;
    this.setHidden(typeof state === 'string' && !OPEN_STATES.includes(state));
  }
}

HxClaimNeedActionModel.define({
  label: tExpr('认领需求'),
  sort: 20,
  hide: (context) => context.collection?.name !== undefined && context.collection.name !== NEEDS,
});

HxClaimNeedActionModel.registerFlow({
  key: 'claimSettings',
  sort: 500,
  steps: {
    follow: {
      handler(ctx: FlowRuntimeContext<HxClaimNeedActionModel>) {
        ctx.model.followState(ctx);
      },
    },
  },
});

HxClaimNeedActionModel.registerFlow({
  key: 'claimClick',
  on: 'click',
  steps: {
    open: {
      async handler(ctx: FlowRuntimeContext<HxClaimNeedActionModel>) {
        const t = translator(ctx);
        const need = recordOf(ctx);
        if (!need) {
          ctx.message.warning(t('请先选择一项需求'));
          return;
        }
        const moved = () => refreshAfterMove(ctx, { collection: NEEDS, key: need.key });
        await openSheet(ctx, {
          title: t('认领需求'),
          content: (view) => (
            <ClaimNeed
              tools={toolsOf(ctx)}
              needId={need.key}
              onClaimed={() => void moved()}
              onTakenOn={() => {
                void moved();
                view.close();
              }}
            />
          ),
        });
      },
    },
  },
});
