import { BlockModel } from '@nocobase/client-v2';
import React from 'react';
import { tExpr, translator } from '../locale';
import { TraceLog } from '../trace/TraceLog';

/** Block 审计日志: the whole log with filters, its check and its export; for whoever may view hxEvents. */
export class HxTraceBlockModel extends BlockModel {
  renderComponent() {
    return <TraceLog api={this.context.api} t={translator(this.context)} />;
  }
}

HxTraceBlockModel.define({
  label: tExpr('审计日志'),
  icon: 'SafetyCertificateOutlined',
  createModelOptions: { use: 'HxTraceBlockModel' },
});
