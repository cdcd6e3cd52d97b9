import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { UNITS } from '../constants';

const UNIT_FIELDS = [
  'name',
  'kind',
  'creditCode',
  'superior',
  'partyOrganization',
  'area',
  'address',
  'contactName',
  'contactPhone',
  'memberCount',
];
/** What one needs to choose one's unit, and no more. */
const UNIT_LABELS = ['name', 'kind'];

/** Liaisons have their own unit, officials those seated in their area. */
export const unitAccess: CollectionAccess = {
  collection: UNITS,
  ownerField: 'liaisonId',
  labelFields: UNIT_LABELS,
  importKeys: [['creditCode'], ['name', 'area']],
  personalFields: { contactName: 'name', contactPhone: 'phone' },
  retentionMonths: null,
  grants: {
    'hx-city': {
      reach: 'all',
      create: [...UNIT_FIELDS, 'liaison'],
      update: [...UNIT_FIELDS, 'liaison'],
      destroy: true,
      import: true,
      export: true,
      reveal: ['contactName', 'contactPhone'],
    },
    'hx-official': {
      reach: 'area',
      create: [...UNIT_FIELDS, 'liaison'],
      update: [...UNIT_FIELDS, 'liaison'],
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
