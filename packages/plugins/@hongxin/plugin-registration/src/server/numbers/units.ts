import type { NumberSeries } from '@hongxin/plugin-foundation';

export const UNITS_SERIES: readonly NumberSeries[] = [];
