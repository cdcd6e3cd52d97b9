import type { NumberSeries } from '@hongxin/plugin-foundation';
import { FEEDBACK_SERIES } from './feedback';
import { LISTS_SERIES } from './lists';
import { REGISTRATION_SERIES } from './registration';
import { SERVICE_SERIES } from './service';
import { UNITS_SERIES } from './units';

/** Number series of the plugin. */
export const NUMBERS: readonly NumberSeries[] = [
  ...REGISTRATION_SERIES,
  ...UNITS_SERIES,
  ...LISTS_SERIES,
  ...SERVICE_SERIES,
  ...FEEDBACK_SERIES,
];
