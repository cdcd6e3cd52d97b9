import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { RESOURCES } from '../constants';

const RESOURCE_FIELDS = [
  'title',
  'kind',
  'unit',
  'area',
  'serviceClass',
  'skills',
  'quantity',
  'quantityUnit',
  'availableFrom',
  'availableTo',
  'times',
  'conditions',
];

/** Units have their own resources, officials those offered in their area. */
export const resourceAccess: CollectionAccess = {
  collection: RESOURCES,
  ownerField: 'ownerId',
  labelFields: ['number', 'title', 'kind', 'state'],
  serverFields: ['year', 'owner', 'ownerId'],
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', export: true },
    'hx-official': {
      reach: 'area',
      create: RESOURCE_FIELDS,
      update: RESOURCE_FIELDS,
      export: true,
      import: true,
      transition: true,
    },
    'hx-unit': { reach: 'own', create: RESOURCE_FIELDS, update: RESOURCE_FIELDS, transition: true },
  },
};
