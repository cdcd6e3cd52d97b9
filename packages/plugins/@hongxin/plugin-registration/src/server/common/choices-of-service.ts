/** Fixed choices of service records. */
import type { Choice } from '@hongxin/plugin-foundation';

/** How a record came about; hours entered afterwards are kept apart (domain §2). */
export const RECORD_ORIGIN_CHOICES: readonly Choice[] = [
  { value: 'checkIn', label: '签到', color: 'green' },
  { value: 'supplement', label: '补录', color: 'orange' },
  { value: 'reversal', label: '冲销', color: 'red' },
];
