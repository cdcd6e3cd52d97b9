import type { PageSeed } from '@hongxin/plugin-foundation';
import { CADRES, GROUP } from './table-page';

/** A page that is one block of ours. */
function blockPage(name: string, title: string, icon: string, sort: number, use: string): PageSeed {
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

/** 治理总览: figures of my area against the programme's, and what is missing. */
export const overviewPage = blockPage(
  'overview',
  '治理总览',
  'DashboardOutlined',
  100,
  'HxGovernanceOverviewBlockModel',
);

/** 组织架构: the five-level tree. */
export const treePage = blockPage('tree', '组织架构', 'ApartmentOutlined', 101, 'HxOrganizationTreeBlockModel');

/** 覆盖缺口: what the structure still lacks, and what to do. */
export const gapsPage = blockPage('gaps', '覆盖缺口', 'AlertOutlined', 108, 'HxCoverageGapsBlockModel');
