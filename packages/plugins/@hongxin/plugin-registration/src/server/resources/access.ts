import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { RESOURCES } from '../constants';

/** Units have their own resources, officials those offered in their area. */
export const resourceAccess: AccessDeclaration = {
  collection: RESOURCES,
  ownerField: 'ownerId',
  labelFields: ['number', 'title', 'kind', 'state'],
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', export: true },
    'hx-official': {
      reach: 'area',
      create: true,
      update: true,
      export: true,
      import: true,
      transition: true,
    },
    'hx-unit': { reach: 'own', create: true, update: true, transition: true },
  },
};
