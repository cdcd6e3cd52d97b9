import { pageBuilder } from '@hongxin/plugin-foundation';

/** What the plugin's pages have in common. */
export const { listPage } = pageBuilder({
  plugin: 'review',
  group: { title: '待办与督办', icon: 'AuditOutlined' },
  roles: ['hx-city', 'hx-official'],
});
