import { ALL_OR_NOTHING, AREA_CODE, listPage } from '../../common/pages';
import hxYearTargets from './collection';

/** 年度目标: what the city, its streets and communities ask of members and units in a year (desktop). */
export const yearTargetsPage = listPage({
  name: 'year-targets',
  version: 2,
  roles: ['hx-city'],
  title: '年度目标',
  icon: 'AimOutlined',
  sort: 295,
  collection: hxYearTargets,
  noun: '目标',
  order: '-year',
  form: [
    { key: 'whose', title: '适用范围', fields: ['year', 'subject', 'area'] },
    { key: 'what', title: '目标', fields: ['hours', 'times', 'claims', 'note'] },
  ],
  details: false,
  canDelete: true,
  tabs: [{ key: 'targets' }],
  sheet: {
    explain: `适用区域按区划代码匹配；同一年度、区域、对象只能有一条。${ALL_OR_NOTHING}`,
    columns: ['year', 'subject', AREA_CODE, 'hours', 'times', 'claims', 'note'],
  },
});
