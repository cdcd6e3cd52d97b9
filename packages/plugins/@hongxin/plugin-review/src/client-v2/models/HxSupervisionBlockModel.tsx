import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';
import React from 'react';
import { tExpr } from '../locale';
import { Supervision } from '../supervision/Supervision';

/** Settings, under `supervisionSettings.show` of the step params. */
export interface SupervisionSettings {
  showFigures?: boolean;
  showHolders?: boolean;
  pageSize?: number;
}

/** 督办, for those in charge of an area. */
export class HxSupervisionBlockModel extends BlockModel {
  static scene = BlockSceneEnum.many;

  renderComponent() {
    const { showFigures = true, showHolders = true, pageSize = 20 } = this.props as SupervisionSettings;
    return <Supervision context={this.context} {...{ showFigures, showHolders, pageSize }} />;
  }
}

HxSupervisionBlockModel.define({
  label: tExpr('督办'),
  icon: 'FieldTimeOutlined',
  createModelOptions: { use: 'HxSupervisionBlockModel' },
});

HxSupervisionBlockModel.registerFlow({
  key: 'supervisionSettings',
  title: tExpr('督办设置'),
  steps: {
    show: {
      title: tExpr('显示内容'),
      uiSchema: {
        showHolders: {
          type: 'boolean',
          title: tExpr('显示办理人姓名'),
          'x-decorator': 'FormItem',
          'x-component': 'Switch',
        },
        showFigures: {
          type: 'boolean',
          title: tExpr('显示各环节用时'),
          'x-decorator': 'FormItem',
          'x-component': 'Switch',
        },
        pageSize: {
          type: 'number',
          title: tExpr('每页条数'),
          'x-decorator': 'FormItem',
          'x-component': 'Select',
          enum: [10, 20, 50].map((value) => ({ value, label: String(value) })),
        },
      },
      defaultParams: { showHolders: true, showFigures: true, pageSize: 20 },
      handler(ctx, { showHolders, showFigures, pageSize }: SupervisionSettings) {
        ctx.model.setProps({ showHolders, showFigures, pageSize });
      },
    },
  },
});
