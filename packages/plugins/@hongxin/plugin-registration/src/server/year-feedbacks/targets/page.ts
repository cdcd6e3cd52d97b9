import { sheetActions, type PageSeed } from '@hongxin/plugin-foundation';
import { YEAR_TARGETS } from '../../constants';
import { addAction, editAction, listTab } from '../../common/pages/list-parts';
import { GROUP } from '../../common/pages/parts';
import { TARGET_SHEET } from '../../common/pages/sheets';

const FORM = [
  { key: 'whose', title: '适用范围', fields: ['year', 'subject', 'area'] },
  { key: 'what', title: '目标', fields: ['hours', 'times', 'claims', 'note'] },
];

/** Where targets may be set: the nearest area above a member or unit holds. */
const levels = {
  logic: '$and',
  items: [{ path: 'level', operator: '$in', value: ['city', 'street', 'community'] }],
};

/** 年度目标: what the city, its streets and communities ask of members and units in a year (desktop). */
export const yearTargetsPage: PageSeed = {
  key: 'registration/year-targets',
  version: 2,
  layout: 'desktop',
  roles: ['hx-city'],
  group: GROUP,
  item: { title: '年度目标', icon: 'AimOutlined' },
  sort: 295,
  blueprint: {
    tabs: [
      listTab({
        key: 'targets',
        title: '年度目标',
        collection: YEAR_TARGETS,
        states: [],
        fields: ['year', 'subject', 'area', 'hours', 'times', 'claims', 'note'],
        sort: 'year',
        direction: 'desc',
        actions: ['filter', 'refresh', addAction('add', '新建目标', YEAR_TARGETS, FORM)],
        recordActions: [editAction('修改目标', FORM), 'delete'],
      }),
    ],
  },
  ownActions: sheetActions('targets', TARGET_SHEET),
  fieldSteps: ['targets.add.form', 'targets.edit.form'].map((block) => ({
    block,
    field: 'area',
    stepParams: {
      selectSettings: {
        dataScope: { filter: levels },
        sortingRule: { sort: [{ field: 'code', direction: 'asc' }] },
      },
    },
  })),
};
