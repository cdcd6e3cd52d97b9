import type { CollectionAccess } from '@hongxin/plugin-foundation';

// userId is not among them: who links a person to a user hands out that person's rights
const PERSON_FIELDS = [
  'name',
  'gender',
  'phone',
  'politicalStatus',
  'birthYear',
  'area',
  'doorNumber',
  'identityNumber',
  'stewardCategory',
  'governingKind',
  'skills',
  'note',
];

/** Officials keep the people of their area; a member sees themselves. */
export const personAccess: CollectionAccess = {
  collection: 'hxPersons',
  ownerField: 'userId',
  labelFields: ['name'],
  personalFields: { phone: 'phone', doorNumber: 'doorNumber', identityNumber: 'idNumber' },
  anonymize: ['identityHash'],
  serverFields: ['identityHash'],
  importAlike: ['name', 'phone'],
  retentionMonths: null,
  grants: {
    'hx-city': {
      reach: 'all',
      hidden: ['identityHash'],
      create: [...PERSON_FIELDS, 'user'],
      update: [...PERSON_FIELDS, 'user'],
      destroy: true,
      import: true,
      export: true,
      reveal: ['phone', 'doorNumber'],
    },
    'hx-official': {
      reach: 'area',
      hidden: ['user', 'userId', 'identityHash'],
      create: PERSON_FIELDS,
      update: PERSON_FIELDS,
      import: true,
      export: true,
      reveal: ['phone', 'doorNumber'],
    },
    // a member sees what is kept about them, in clear
    'hx-member': { reach: 'own', hidden: ['note', 'user', 'userId', 'posts', 'identityHash'], clearOwn: true },
  },
};
