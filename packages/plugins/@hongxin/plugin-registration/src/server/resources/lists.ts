import type { ListOptions } from '@hongxin/plugin-foundation';
import { ALL_OR_NOTHING, AREA_CODE, UNIT_NAME } from '../common/pages';
import hxResources from './collection';
import { resourceProcess } from './process';

const FORM = [
  { key: 'what', title: '资源', fields: ['title', 'kind', 'serviceClass', 'skills', 'quantity', 'quantityUnit'] },
  { key: 'where', title: '提供方与范围', fields: ['unit', 'area'] },
  { key: 'when', title: '时间与条件', fields: ['availableFrom', 'availableTo', 'times', 'conditions'] },
];

/** Resources, as the pages of projects list them beside these. */
export const resourceList = {
  collection: hxResources,
  process: resourceProcess,
  order: '-id',
  form: FORM,
  add: { title: '登记资源' },
  details: [{ key: 'state', title: '状态', fields: ['number', 'state'] }, ...FORM],
  sheet: {
    explain: `单位和服务类别按名称、所在区域按区划代码匹配。${ALL_OR_NOTHING}`,
    columns: [
      'title',
      'kind',
      'serviceClass.title',
      UNIT_NAME,
      AREA_CODE,
      'quantity',
      'quantityUnit',
      ['availableFrom', '可用自'],
      ['availableTo', '可用至'],
      'conditions',
    ],
  },
} satisfies ListOptions;
