import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { UNIT_REGISTRATIONS } from '../constants';

/** Liaisons have those of their own unit, officials those in their area. */
export const unitRegistrationAccess: AccessDeclaration = {
  collection: UNIT_REGISTRATIONS,
  ownerField: 'ownerId',
  labelFields: ['number', 'state'],
  // the contact is a person: kept as long as a member's registration
  retentionMonths: 36,
  grants: {
    'hx-city': { reach: 'all', export: true, transition: true, reveal: ['contactName', 'contactPhone'] },
    'hx-official': { reach: 'area', export: true, transition: true, reveal: ['contactName', 'contactPhone'] },
    'hx-unit': {
      reach: 'own',
      create: true,
      update: true,
      destroy: true,
      transition: true,
    },
  },
};
