import type { AccessDeclaration } from '@hongxin/plugin-foundation';

/** Who links a person to a user hands out that person's rights. */
const WHO_SIGNS_IN = ['user'];

/** Officials keep the people of their area; a member sees themselves. */
export const personAccess: AccessDeclaration = {
  collection: 'hxPersons',
  ownerField: 'userId',
  labelFields: ['name'],
  anonymize: ['identityHash'],
  importAlike: ['name', 'phone'],
  retentionMonths: null,
  grants: {
    'hx-city': {
      reach: 'all',
      create: true,
      update: true,
      destroy: true,
      import: true,
      export: true,
      reveal: ['phone', 'doorNumber'],
    },
    'hx-official': {
      reach: 'area',
      hidden: ['user', 'userId'],
      create: { except: WHO_SIGNS_IN },
      update: { except: WHO_SIGNS_IN },
      import: true,
      export: true,
      reveal: ['phone', 'doorNumber'],
    },
    // a member sees what is kept about them, in clear
    'hx-member': { reach: 'own', hidden: ['note', 'user', 'userId', 'posts'], clearOwn: true },
  },
};
