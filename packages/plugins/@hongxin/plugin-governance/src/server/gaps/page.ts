import { listPage } from '../common/pages';

/** 覆盖缺口: what the structure still lacks, and what to do. */
export const gapsPage = listPage({
  name: 'gaps',
  title: '覆盖缺口',
  icon: 'AlertOutlined',
  sort: 108,
  tabs: [{ key: 'main', block: 'HxCoverageGapsBlockModel' }],
});
