import { isPhone } from '@hongxin/plugin-foundation/client-v2';
import { BlockModel } from '@nocobase/client-v2';
import React from 'react';
import { MemberUpload } from '../components/MemberUpload';
import { tExpr, translator } from '../locale';
import { memberUploadRequests } from '../requests/member-upload';

/** Block 批量报到: a liaison registers the unit's members from Excel. */
export class HxMemberUploadBlockModel extends BlockModel {
  renderComponent() {
    const { api, user } = this.context;
    return (
      <MemberUpload
        requests={memberUploadRequests(api)}
        userId={Number(user?.id)}
        phone={isPhone(this.context)}
        t={translator(this.context)}
      />
    );
  }
}

HxMemberUploadBlockModel.define({
  label: tExpr('批量报到'),
  icon: 'FileExcelOutlined',
  createModelOptions: { use: 'HxMemberUploadBlockModel' },
});
