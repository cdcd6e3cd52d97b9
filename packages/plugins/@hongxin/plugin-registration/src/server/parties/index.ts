import type { PartyResolver } from '@hongxin/plugin-foundation';
import { FEEDBACK_PARTIES } from './feedback';
import { LISTS_PARTIES } from './lists';
import { REGISTRATION_PARTIES } from './registration';
import { SERVICE_PARTIES } from './service';
import { UNITS_PARTIES } from './units';

/** Relations between a user and a record that the processes name. */
export const PARTIES: Readonly<Record<string, PartyResolver>> = {
  ...REGISTRATION_PARTIES,
  ...UNITS_PARTIES,
  ...LISTS_PARTIES,
  ...SERVICE_PARTIES,
  ...FEEDBACK_PARTIES,
};
