import type { AccessDeclaration } from '@hongxin/plugin-foundation';

/** Officials keep the households of their area. */
export const householdAccess: AccessDeclaration = {
  collection: 'hxHouseholds',
  labelFields: [],
  // default: contact lists are thinned out three years after the last contact
  retentionMonths: 36,
  grants: {
    'hx-city': {
      reach: 'all',
      create: true,
      update: true,
      destroy: true,
      import: true,
      export: true,
    },
    'hx-official': {
      reach: 'area',
      create: true,
      update: true,
      destroy: true,
      import: true,
      export: true,
      reveal: ['doorNumber', 'headName', 'phone'],
    },
  },
};
