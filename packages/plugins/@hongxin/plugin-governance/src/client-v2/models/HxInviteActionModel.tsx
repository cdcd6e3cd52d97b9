import { openSheet, recordOf } from '@hongxin/plugin-foundation/client-v2';
import { ActionModel, ActionSceneEnum } from '@nocobase/client-v2';
import { type FlowRuntimeContext } from '@nocobase/flow-engine';
import React from 'react';
import { InviteForRecord } from '../join/InviteForRecord';
import { tExpr, translator } from '../locale';
import { joinRequests } from '../requests/join';

/** Records somebody can be invited for: the kind of invitation the server knows, and what it makes of who accepts. */
const INVITATIONS: Readonly<Record<string, { kind: string; explanation: string; asksName: boolean }>> = {
  hxPersons: {
    kind: 'person',
    explanation:
      '本人打开链接后开通账号（已有账号的用原账号接受），即可办理本人岗位上的事项，看到为本人登记的报到和服务。',
    asksName: false,
  },
  hxUnits: {
    kind: 'unitLiaison',
    explanation: '本人打开链接后成为该单位的联络员；原联络员不再看到单位的任何记录。',
    asksName: true,
  },
};

/** Record action 邀请: a single-use link by which somebody becomes a person's account or a unit's liaison. */
export class HxInviteActionModel extends ActionModel {
  static scene = ActionSceneEnum.record;

  defaultProps = { type: 'link', title: tExpr('邀请') };
}

HxInviteActionModel.define({
  label: tExpr('邀请开通账号'),
  sort: 30,
  hide: (context) => context.collection?.name !== undefined && !(context.collection.name in INVITATIONS),
});

HxInviteActionModel.registerFlow({
  key: 'inviteClick',
  on: 'click',
  steps: {
    open: {
      async handler(ctx: FlowRuntimeContext<HxInviteActionModel>) {
        const t = translator(ctx);
        const record = recordOf(ctx);
        const invitation = record && INVITATIONS[record.collection.name];
        if (!record || !invitation) {
          ctx.message.warning(t('请先选择一条记录'));
          return;
        }
        const { kind, explanation, asksName } = invitation;
        await openSheet(ctx, {
          title: t('邀请开通账号'),
          content: () => (
            <InviteForRecord
              t={t}
              requests={joinRequests(ctx.api)}
              page={`${window.location.origin}/v/join`}
              kind={kind}
              recordId={String(record.key)}
              explanation={t(explanation)}
              asksName={asksName}
            />
          ),
        });
      },
    },
  },
});
