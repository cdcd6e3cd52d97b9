import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { MEMBER_REGISTRATIONS } from '../constants';

/** Members have their own registrations, liaisons those of their unit's members, officials those of their area. */
export const memberAccess: AccessDeclaration = {
  collection: MEMBER_REGISTRATIONS,
  ownerField: 'ownerId',
  labelFields: ['number', 'personName', 'state'],
  anonymize: ['identityHash', 'personName', 'position', 'ownerId', 'personId'],
  // told in the privacy notice: on the roll, and three years after
  retentionMonths: 36,
  grants: {
    'hx-city': {
      reach: 'all',
      export: true,
      transition: true,
      reveal: ['phone', 'doorNumber'],
    },
    'hx-official': {
      reach: 'area',
      export: true,
      transition: true,
      reveal: ['phone', 'doorNumber'],
    },
    // the employer confirms who works there, and need not know where they live to the door
    'hx-unit': {
      reach: 'own',
      ownerField: 'unitLiaisonId',
      hidden: ['doorNumber', 'identityNumber'],
      clearOwn: false,
      transition: true,
      reveal: ['phone'],
    },
    'hx-member': {
      reach: 'own',
      create: true,
      update: true,
      destroy: true,
      transition: true,
    },
  },
};
