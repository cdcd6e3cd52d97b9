import { listPage } from '../../common/pages';

/** 统筹均衡: how much each community carries, and where there is room (desktop). */
export const balancePage = listPage({
  name: 'balance',
  title: '统筹均衡',
  icon: 'BarChartOutlined',
  sort: 280,
  tabs: [{ key: 'balance', block: 'HxBalanceBlockModel' }],
});
