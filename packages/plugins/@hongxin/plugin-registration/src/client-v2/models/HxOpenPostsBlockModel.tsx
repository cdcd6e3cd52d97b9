import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';

import React from 'react';
import { tExpr } from '../locale';
import { OpenPosts } from '../service/OpenPosts';
import { toolsOf } from '../service/tools';

/** Block 招募中的岗位. */
export class HxOpenPostsBlockModel extends BlockModel {
  static scene = BlockSceneEnum.oam;

  renderComponent() {
    return <OpenPosts tools={toolsOf(this.context)} />;
  }
}

HxOpenPostsBlockModel.define({
  label: tExpr('招募中的岗位'),
  icon: 'HeartOutlined',
  createModelOptions: { use: 'HxOpenPostsBlockModel' },
});
