import type { NumberSeries } from '@hongxin/plugin-foundation';
import { SERVICE_POSTS } from '../constants';

/** Posts are counted per street and year [default]. */
export const SERVICE_SERIES: readonly NumberSeries[] = [
  { name: 'servicePost', collection: SERVICE_POSTS, pattern: 'GW-{year}-{areaCode:9}-{sequence:5}', issue: 'create' },
];
