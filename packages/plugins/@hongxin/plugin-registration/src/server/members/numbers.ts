import type { NumberSeries } from '@hongxin/plugin-foundation';
import { MEMBER_REGISTRATIONS, RECEIPT_NUMBERS, REGISTRATION_NUMBERS } from '../constants';

/** Registrations are counted per street, receipts per community; both by year [default]. */
export const MEMBER_SERIES: readonly NumberSeries[] = [
  {
    name: REGISTRATION_NUMBERS,
    collection: MEMBER_REGISTRATIONS,
    pattern: 'BD-{year}-{areaCode:9}-{sequence:5}',
    issue: 'manual',
  },
  {
    name: RECEIPT_NUMBERS,
    collection: MEMBER_REGISTRATIONS,
    field: 'receiptNumber',
    pattern: 'HZ-{year}-{areaCode:12}-{sequence:4}',
    issue: 'manual',
  },
];
