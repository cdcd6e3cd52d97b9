import type { NumberSeries } from '@hongxin/plugin-foundation';
import { CO_PROJECTS } from '../constants';

export const PROJECT_NUMBERS = 'coProject';

/** Counted per street and year [default]; a project gets its number when it is claimed. */
export const PROJECT_SERIES: readonly NumberSeries[] = [
  { name: PROJECT_NUMBERS, collection: CO_PROJECTS, pattern: 'XM-{year}-{areaCode:9}-{sequence:5}', issue: 'manual' },
];
