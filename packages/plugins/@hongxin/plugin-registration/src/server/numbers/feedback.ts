import type { NumberSeries } from '@hongxin/plugin-foundation';

export const FEEDBACK_SERIES: readonly NumberSeries[] = [];
