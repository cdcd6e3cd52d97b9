import type { AreaLevel } from '@hongxin/rules/mechanism';
import type { RoleName } from '@hongxin/plugin-foundation';

/** A kind of post as shipped; afterwards it is the administrator's. */
export interface PostTypeSeed {
  code: string;
  title: string;
  titleEn: string;
  level: AreaLevel;
  singleSeat: boolean;
  grantsRole: Extract<RoleName, 'hx-city' | 'hx-official'> | null;
}

/** The posts of the five-level structure and of its stewards [seed]; which of them grants a role is our default. */
export const POST_TYPES: readonly PostTypeSeed[] = [
  {
    code: 'cityAdministrator',
    title: '市级管理员',
    titleEn: 'City administrator',
    level: 'city',
    singleSeat: false,
    grantsRole: 'hx-city',
  },
  {
    code: 'streetSecretary',
    title: '街道党工委书记',
    titleEn: 'Secretary of the street working committee',
    level: 'street',
    singleSeat: false,
    grantsRole: 'hx-official',
  },
  {
    code: 'streetOfficer',
    title: '街道党建工作人员',
    titleEn: 'Street party-building officer',
    level: 'street',
    singleSeat: false,
    grantsRole: 'hx-official',
  },
  {
    code: 'communitySecretary',
    title: '社区党委书记',
    titleEn: 'Secretary of the community committee',
    level: 'community',
    singleSeat: false,
    grantsRole: 'hx-official',
  },
  {
    code: 'communityWorker',
    title: '社区专职工作者',
    titleEn: 'Community worker',
    level: 'community',
    singleSeat: false,
    grantsRole: 'hx-official',
  },
  {
    code: 'estateSecretary',
    title: '小区党支部书记',
    titleEn: 'Secretary of the estate branch',
    level: 'estate',
    singleSeat: false,
    grantsRole: 'hx-official',
  },
  {
    code: 'gridHead',
    title: '网格长',
    titleEn: 'Grid head',
    level: 'estate',
    singleSeat: false,
    grantsRole: 'hx-official',
  },
  {
    code: 'councilConvener',
    title: '善治会召集人',
    titleEn: 'Convener of the estate council',
    level: 'estate',
    singleSeat: false,
    grantsRole: null,
  },
  {
    code: 'groupLeader',
    title: '楼栋党小组长',
    titleEn: 'Leader of the building party group',
    level: 'building',
    singleSeat: false,
    grantsRole: 'hx-official',
  },
  {
    code: 'buildingHead',
    title: '楼长',
    titleEn: 'Building head',
    level: 'building',
    singleSeat: true,
    grantsRole: 'hx-official',
  },
  { code: 'steward', title: '善治红管家', titleEn: 'Steward', level: 'building', singleSeat: false, grantsRole: null },
  {
    code: 'unitHead',
    title: '单元长（党员中心户）',
    titleEn: 'Unit head (member hub)',
    level: 'unit',
    singleSeat: true,
    grantsRole: null,
  },
];
