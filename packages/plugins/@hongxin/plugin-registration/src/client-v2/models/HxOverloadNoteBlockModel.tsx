import { viewRecord } from '@hongxin/plugin-foundation/client-v2';
import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';
import React from 'react';
import { CapacityNote } from '../balance/capacity-notes';
import { tExpr } from '../locale';

/** 容量提示 as a block of its own, for popups of registrations without the steps that say it as well. */
export class HxOverloadNoteBlockModel extends BlockModel {
  static scene = BlockSceneEnum.oam;

  renderComponent() {
    const record = viewRecord(this.context);
    return record ? <CapacityNote context={this.context} record={record} /> : null;
  }
}

HxOverloadNoteBlockModel.define({
  label: tExpr('容量提示'),
  icon: 'AlertOutlined',
  createModelOptions: { use: 'HxOverloadNoteBlockModel' },
});
