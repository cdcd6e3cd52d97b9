import { languageOf } from '@hongxin/plugin-foundation/client-v2';
import { BlockModel } from '@nocobase/client-v2';
import React from 'react';
import { MemberHome } from '../home/MemberHome';
import { tExpr, translator } from '../locale';

/** Block 我的: a member's registration, service and certificates. */
export class HxMemberHomeBlockModel extends BlockModel {
  renderComponent() {
    const { api, user } = this.context;
    return (
      <MemberHome
        api={api}
        userId={Number(user?.id)}
        language={languageOf(this.context)}
        t={translator(this.context)}
      />
    );
  }
}

HxMemberHomeBlockModel.define({
  label: tExpr('我的'),
  icon: 'UserOutlined',
  createModelOptions: { use: 'HxMemberHomeBlockModel' },
});
