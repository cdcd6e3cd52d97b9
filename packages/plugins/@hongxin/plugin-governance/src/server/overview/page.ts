import { blockPage } from '../common/pages/block-page';

/** 治理总览: figures of my area against the programme's, and what is missing. */
export const overviewPage = blockPage(
  'overview',
  '治理总览',
  'DashboardOutlined',
  100,
  'HxGovernanceOverviewBlockModel',
);
