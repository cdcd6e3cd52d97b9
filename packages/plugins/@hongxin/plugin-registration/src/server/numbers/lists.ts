import type { NumberSeries } from '@hongxin/plugin-foundation';

export const LISTS_SERIES: readonly NumberSeries[] = [];
