import { isPhone } from '@hongxin/plugin-foundation/client-v2';
import { BlockModel } from '@nocobase/client-v2';
import React from 'react';
import { BalanceTable } from '../balance/BalanceTable';
import { tExpr, translator } from '../locale';
import { balanceRequests } from '../requests/balance';

/** Block 统筹均衡: what each community carries, and where there is room. */
export class HxBalanceBlockModel extends BlockModel {
  renderComponent() {
    return (
      <BalanceTable
        requests={balanceRequests(this.context.api)}
        phone={isPhone(this.context)}
        t={translator(this.context)}
      />
    );
  }
}

HxBalanceBlockModel.define({
  label: tExpr('统筹均衡'),
  icon: 'BarChartOutlined',
  createModelOptions: { use: 'HxBalanceBlockModel' },
});
