import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { CLAIMS } from '../constants';

/** Members and units have their own claims, hosts those in their area. */
export const claimAccess: AccessDeclaration = {
  collection: CLAIMS,
  ownerField: 'ownerId',
  labelFields: ['state', 'memberName', 'claimedAt'],
  retentionMonths: 36,
  grants: {
    'hx-city': { reach: 'all', hidden: ['checkInCode'], export: true },
    'hx-official': {
      reach: 'area',
      hidden: ['checkInCode'],
      create: ['post', 'project', 'registration', 'unit', 'places'],
      export: true,
      transition: true,
    },
    'hx-unit': { reach: 'own', create: ['post', 'project', 'unit', 'places'], transition: true },
    'hx-member': { reach: 'own', create: ['post', 'project'], transition: true },
  },
};
