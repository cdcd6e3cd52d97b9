import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { CLAIMS, SERVICE_POSTS, SERVICE_RECORDS } from '../constants';

const POST_FIELDS = [
  'title',
  'serviceClass',
  'description',
  'area',
  'location',
  'startsAt',
  'endsAt',
  'claimBy',
  'headCount',
  'skills',
  'need',
  'checkInCode',
  'contactName',
  'contactPhone',
];
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

/** Members see open posts, their own claims and hours; hosts what takes place in their area. */
export const SERVICE_ACCESS: readonly CollectionAccess[] = [
  {
    collection: SERVICE_POSTS,
    labelFields: ['number', 'title', 'state', 'location', 'startsAt', 'endsAt'],
    serverFields: ['year', 'claimedCount', 'claims'],
    retentionMonths: null,
    grants: {
      'hx-city': { reach: 'all', hidden: ['checkInCode'], export: true },
      'hx-official': {
        reach: 'area',
        create: POST_FIELDS,
        update: POST_FIELDS,
        destroy: true,
        export: true,
        transition: true,
      },
      'hx-unit': { reach: 'all', only: { state: { $in: ['open', 'closed'] } }, hidden: ['checkInCode', 'claims'] },
      // whom to ask on the spot is told to those who come
      'hx-member': { reach: 'all', only: { state: { $in: ['open', 'closed'] } }, hidden: ['checkInCode', 'claims'] },
    },
  },
  {
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
  },
  {
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
  },
];
