import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { CO_PROJECTS } from '../constants';

const PROJECT_FIELDS = [
  'title',
  'need',
  'resource',
  'unit',
  'area',
  'personInCharge',
  'personInChargePhone',
  'measures',
  'startsOn',
  'deadline',
  'headCount',
];
const PROJECT_SERVER_FIELDS = [
  'year',
  'claimedCount',
  'progress',
  'progressNote',
  'effect',
  'satisfaction',
  'ratingComment',
  'owner',
  'ownerId',
  'claimedAt',
  'closedAt',
  'claims',
];

/** Units have their own projects, officials those in their area, members those that look for people. */
export const projectAccess: CollectionAccess = {
  collection: CO_PROJECTS,
  ownerField: 'ownerId',
  labelFields: ['number', 'title', 'state', 'startsOn', 'deadline'],
  personalFields: { personInChargePhone: 'phone' },
  serverFields: PROJECT_SERVER_FIELDS,
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', export: true },
    'hx-official': {
      reach: 'area',
      create: PROJECT_FIELDS,
      update: PROJECT_FIELDS,
      export: true,
      import: true,
      transition: true,
      reveal: ['personInChargePhone'],
    },
    'hx-unit': { reach: 'own', create: PROJECT_FIELDS, update: PROJECT_FIELDS, destroy: true, transition: true },
    // projects that look for people
    'hx-member': {
      reach: 'all',
      only: { state: { $in: ['claimed', 'inProgress'] } },
      hidden: ['personInChargePhone', 'owner', 'ownerId', 'claims'],
    },
  },
};
