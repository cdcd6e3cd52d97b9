import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { CO_PROJECTS } from '../constants';

/** Units have their own projects, officials those in their area, members those that look for people. */
export const projectAccess: AccessDeclaration = {
  collection: CO_PROJECTS,
  ownerField: 'ownerId',
  labelFields: ['number', 'title', 'state', 'startsOn', 'deadline'],
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
      reveal: ['personInChargePhone'],
    },
    'hx-unit': { reach: 'own', create: true, update: true, destroy: true, transition: true },
    // projects that look for people
    'hx-member': {
      reach: 'all',
      only: { state: { $in: ['claimed', 'inProgress'] } },
      hidden: ['personInChargePhone', 'owner', 'ownerId', 'claims'],
    },
  },
};
