import { listPage } from '../common/pages';

/** 治理总览: figures of my area against the programme's, and what is missing. */
export const overviewPage = listPage({
  name: 'overview',
  title: '治理总览',
  icon: 'DashboardOutlined',
  sort: 100,
  tabs: [{ key: 'main', block: 'HxGovernanceOverviewBlockModel' }],
});
