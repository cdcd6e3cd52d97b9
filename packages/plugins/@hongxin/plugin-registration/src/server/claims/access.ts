import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { CLAIMS } from '../constants';

const CLAIM_SERVER_FIELDS = [
  'year',
  'memberName',
  'person',
  'personId',
  'owner',
  'ownerId',
  'area',
  'areaId',
  'claimedAt',
  'checkedInAt',
  'checkedOutAt',
  'checkInCode',
  'serviceStartsAt',
  'serviceEndsAt',
  'serviceContent',
];

/** Members and units have their own claims, hosts those in their area. */
export const claimAccess: CollectionAccess = {
  collection: CLAIMS,
  ownerField: 'ownerId',
  labelFields: ['state', 'memberName', 'claimedAt'],
  serverFields: CLAIM_SERVER_FIELDS,
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
