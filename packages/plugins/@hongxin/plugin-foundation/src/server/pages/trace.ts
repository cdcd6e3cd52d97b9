import { listPage } from './house';

/** 审计日志: the whole log, its check and its export. */
export const tracePage = listPage({
  name: 'trace',
  roles: ['hx-city'],
  title: '审计日志',
  icon: 'SafetyCertificateOutlined',
  sort: 900,
  tabs: [{ key: 'main', block: 'HxTraceBlockModel' }],
});
