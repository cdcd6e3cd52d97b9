import type { CollectionAccess } from '@hongxin/plugin-foundation';

const HOUSEHOLD_FIELDS = ['organization', 'area', 'doorNumber', 'headName', 'phone', 'memberCount', 'careTags', 'note'];

/** Officials keep the households of their area. */
export const householdAccess: CollectionAccess = {
  collection: 'hxHouseholds',
  labelFields: [],
  personalFields: { doorNumber: 'doorNumber', headName: 'name', phone: 'phone' },
  // default: contact lists are thinned out three years after the last contact
  retentionMonths: 36,
  grants: {
    'hx-city': {
      reach: 'all',
      create: HOUSEHOLD_FIELDS,
      update: HOUSEHOLD_FIELDS,
      destroy: true,
      import: true,
      export: true,
    },
    'hx-official': {
      reach: 'area',
      create: HOUSEHOLD_FIELDS,
      update: HOUSEHOLD_FIELDS,
      destroy: true,
      import: true,
      export: true,
      reveal: ['doorNumber', 'headName', 'phone'],
    },
  },
};
