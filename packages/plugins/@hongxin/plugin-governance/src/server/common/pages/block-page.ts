import type { PageSeed } from '@hongxin/plugin-foundation';
import { CADRES, GROUP } from './table-page';

/** A page that is one block of ours. */
export function blockPage(name: string, title: string, icon: string, sort: number, use: string): PageSeed {
  return {
    key: `governance/${name}`,
    version: 1,
    layout: 'desktop',
    roles: CADRES,
    group: GROUP,
    item: { title, icon },
    sort,
    blueprint: { tabs: [{ key: 'main', title, blocks: [] }] },
    ownBlocks: [{ tab: 'main', place: 'top', use }],
  };
}
