import { pageBuilder } from './build';

/** Pages of what watches over the data. */
export const { listPage } = pageBuilder({
  plugin: 'foundation',
  group: { title: '安全与隐私', icon: 'SafetyOutlined' },
  roles: ['hx-city', 'hx-official'],
});
