import { BlockModel } from '@nocobase/client-v2';
import React from 'react';
import { InviteCard } from '../join/InviteCard';
import { tExpr, translator } from '../locale';
import { joinRequests } from '../requests/join';

/** Block 邀请党员注册: a single-use link for one member. */
export class HxInviteBlockModel extends BlockModel {
  renderComponent(): React.ReactElement {
    const { context } = this;
    return (
      <InviteCard
        t={translator(context)}
        requests={joinRequests(context.api)}
        page={`${window.location.origin}/v/join`}
      />
    );
  }
}

HxInviteBlockModel.define({
  label: tExpr('邀请党员注册'),
  icon: 'UserAddOutlined',
  createModelOptions: { use: 'HxInviteBlockModel' },
});
