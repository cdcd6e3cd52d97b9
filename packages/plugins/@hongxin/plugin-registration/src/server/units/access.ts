import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { UNITS } from '../constants';

/** What one needs to choose one's unit, and no more. */
const UNIT_LABELS = ['name', 'kind'];

/** Liaisons have their own unit, officials those seated in their area. */
export const unitAccess: AccessDeclaration = {
  collection: UNITS,
  ownerField: 'liaisonId',
  labelFields: UNIT_LABELS,
  importKeys: [['creditCode'], ['name', 'area']],
  retentionMonths: null,
  grants: {
    'hx-city': {
      reach: 'all',
      create: true,
      update: true,
      destroy: true,
      import: true,
      export: true,
      reveal: ['contactName', 'contactPhone'],
    },
    'hx-official': {
      reach: 'area',
      create: true,
      update: true,
      destroy: true,
      import: true,
      export: true,
      reveal: ['contactName', 'contactPhone'],
    },
    'hx-unit': {
      reach: 'own',
      hidden: ['registrations'],
      update: ['superior', 'partyOrganization', 'address', 'contactName', 'contactPhone', 'memberCount'],
    },
    'hx-member': { reach: 'all', view: UNIT_LABELS },
  },
};
