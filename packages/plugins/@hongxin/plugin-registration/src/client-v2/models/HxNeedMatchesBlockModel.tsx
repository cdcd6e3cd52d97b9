import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';
import { viewRecord } from '@hongxin/plugin-foundation/client-v2';
import React from 'react';
import { tExpr } from '../locale';
import { NeedMatches } from '../service/NeedMatches';
import { toolsOf } from '../service/tools';

/** Block 匹配建议. */
export class HxNeedMatchesBlockModel extends BlockModel {
  static scene = BlockSceneEnum.oam;

  renderComponent() {
    const record = viewRecord(this.context);
    return record ? <NeedMatches tools={toolsOf(this.context)} needId={record.key} /> : null;
  }
}

HxNeedMatchesBlockModel.define({
  label: tExpr('匹配建议'),
  icon: 'BulbOutlined',
  createModelOptions: { use: 'HxNeedMatchesBlockModel' },
});
