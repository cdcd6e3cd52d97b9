import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';

import React from 'react';
import { tExpr, translator } from '../locale';
import { NeedPoster } from '../service/NeedPoster';
import { publicNeedsAddress } from '../public-needs/address';

/** Block 居民扫码. */
export class HxNeedPosterBlockModel extends BlockModel {
  static scene = BlockSceneEnum.oam;

  renderComponent() {
    return <NeedPoster t={translator(this.context)} address={publicNeedsAddress()} />;
  }
}

HxNeedPosterBlockModel.define({
  label: tExpr('居民扫码'),
  icon: 'QrcodeOutlined',
  createModelOptions: { use: 'HxNeedPosterBlockModel' },
});
