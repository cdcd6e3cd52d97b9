import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';

import React from 'react';
import { tExpr } from '../locale';
import { MyHours } from '../service/MyHours';
import { toolsOf } from '../service/tools';

/** Block 我的时长. */
export class HxMyHoursBlockModel extends BlockModel {
  static scene = BlockSceneEnum.oam;

  renderComponent() {
    return <MyHours tools={toolsOf(this.context)} />;
  }
}

HxMyHoursBlockModel.define({
  label: tExpr('我的时长'),
  icon: 'FieldTimeOutlined',
  createModelOptions: { use: 'HxMyHoursBlockModel' },
});
