import { BlockModel } from '@nocobase/client-v2';
import React from 'react';
import { tExpr, translator } from '../locale';
import { MyData } from '../my-data/MyData';

/** Block 我的数据: a person's own view of what is kept about them. */
export class HxMyDataBlockModel extends BlockModel {
  renderComponent() {
    return <MyData api={this.context.api} t={translator(this.context)} />;
  }
}

HxMyDataBlockModel.define({
  label: tExpr('我的数据'),
  icon: 'SafetyOutlined',
  createModelOptions: { use: 'HxMyDataBlockModel' },
});
