import type { NumberSeries } from '@hongxin/plugin-foundation';
import { CO_PROJECTS, NEEDS, RESOURCES } from '../constants';

export const PROJECT_NUMBERS = 'coProject';

/** Counted per street and year [default]; a project gets its number when it is claimed. */
export const LISTS_SERIES: readonly NumberSeries[] = [
  { name: 'need', collection: NEEDS, pattern: 'XQ-{year}-{areaCode:9}-{sequence:5}', issue: 'create' },
  { name: 'resource', collection: RESOURCES, pattern: 'ZY-{year}-{areaCode:6}-{sequence:5}', issue: 'create' },
  { name: PROJECT_NUMBERS, collection: CO_PROJECTS, pattern: 'XM-{year}-{areaCode:9}-{sequence:5}', issue: 'manual' },
];
