import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { SERVICE_RECORDS } from '../constants';

const RECORD_SERVER_FIELDS = [
  'year',
  'memberName',
  'registration',
  'registrationId',
  'person',
  'personId',
  'owner',
  'ownerId',
  'unit',
  'unitId',
  'area',
  'areaId',
  'minutes',
  'origin',
  'certifier',
  'certifierId',
  'certifiedAt',
  'rating',
  'ratingComment',
  'reversedAt',
];
const RECORD_FIELDS = ['claim', 'post', 'project', 'startsAt', 'endsAt', 'content'];

/** Members have their own hours, hosts those served in their area. */
export const serviceRecordAccess: CollectionAccess = {
  collection: SERVICE_RECORDS,
  ownerField: 'ownerId',
  labelFields: ['state', 'memberName', 'startsAt', 'endsAt', 'minutes'],
  serverFields: RECORD_SERVER_FIELDS,
  retentionMonths: 60,
  grants: {
    'hx-city': { reach: 'all', export: true },
    'hx-official': {
      reach: 'area',
      create: [...RECORD_FIELDS, 'reverses'],
      update: ['content'],
      export: true,
      transition: true,
    },
    'hx-member': { reach: 'own', create: RECORD_FIELDS, update: ['content'] },
  },
};
