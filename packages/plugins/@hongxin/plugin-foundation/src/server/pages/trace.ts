import type { PageSeed } from '../domain';
import { GROUP } from './group';

/** 审计日志: the whole log, its check and its export. */
export const tracePage: PageSeed = {
  key: 'foundation/trace',
  version: 1,
  layout: 'desktop',
  roles: ['hx-city'],
  group: GROUP,
  item: { title: '审计日志', icon: 'SafetyCertificateOutlined' },
  sort: 900,
  blueprint: { tabs: [{ key: 'main', title: '审计日志', blocks: [] }] },
  ownBlocks: [{ tab: 'main', place: 'top', use: 'HxTraceBlockModel' }],
};
