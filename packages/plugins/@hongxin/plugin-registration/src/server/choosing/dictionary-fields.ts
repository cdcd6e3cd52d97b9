import type { DictionaryField } from '@hongxin/plugin-governance';
import { MEMBER_REGISTRATIONS, SERVICE_CLASS_DICTIONARY, UNITS } from '../constants';
import { MEMBER_SUCCESSION } from '../effects/transfer';

/** Choices that administrators keep in a dictionary; what is matched, imported and chosen are its codes. */
export const dictionaryFields: readonly DictionaryField[] = [
  { dictionary: SERVICE_CLASS_DICTIONARY, collection: MEMBER_REGISTRATIONS, field: 'serviceIntentions' },
  { dictionary: 'unitKind', collection: UNITS, field: 'kind' },
  {
    dictionary: 'leaveReason',
    collection: MEMBER_REGISTRATIONS,
    field: 'leaveReason',
    // what a transfer writes by itself
    needed: [MEMBER_SUCCESSION.leaveReason],
  },
];
