import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';

import React from 'react';
import { tExpr } from '../locale';
import { VerifyRecords } from '../service/VerifyRecords';
import { toolsOf } from '../service/tools';

/** Block 待认定记录. */
export class HxVerifyRecordsBlockModel extends BlockModel {
  static scene = BlockSceneEnum.oam;

  renderComponent() {
    return <VerifyRecords tools={toolsOf(this.context)} />;
  }
}

HxVerifyRecordsBlockModel.define({
  label: tExpr('待认定记录'),
  icon: 'FieldTimeOutlined',
  createModelOptions: { use: 'HxVerifyRecordsBlockModel' },
});
