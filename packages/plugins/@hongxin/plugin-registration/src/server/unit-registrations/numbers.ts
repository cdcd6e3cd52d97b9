import type { NumberSeries } from '@hongxin/plugin-foundation';
import { UNIT_RECEIPT_NUMBERS, UNIT_REGISTRATION_NUMBERS, UNIT_REGISTRATIONS } from '../constants';

/** Registrations of units are counted per street, receipts per community; both by year [default]. */
export const UNIT_REGISTRATION_SERIES: readonly NumberSeries[] = [
  {
    name: UNIT_REGISTRATION_NUMBERS,
    collection: UNIT_REGISTRATIONS,
    pattern: 'DW-{year}-{areaCode:9}-{sequence:5}',
    issue: 'manual',
  },
  {
    name: UNIT_RECEIPT_NUMBERS,
    collection: UNIT_REGISTRATIONS,
    field: 'receiptNumber',
    pattern: 'DWHZ-{year}-{areaCode:12}-{sequence:4}',
    issue: 'manual',
  },
];
