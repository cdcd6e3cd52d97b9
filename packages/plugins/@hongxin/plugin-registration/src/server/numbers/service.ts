import type { NumberSeries } from '@hongxin/plugin-foundation';

export const SERVICE_SERIES: readonly NumberSeries[] = [];
