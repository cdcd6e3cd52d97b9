import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { SERVICE_POSTS } from '../constants';

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

/** Members see open posts, hosts those in their area. */
export const servicePostAccess: CollectionAccess = {
  collection: SERVICE_POSTS,
  labelFields: ['number', 'title', 'state', 'location', 'startsAt', 'endsAt'],
  personalFields: { contactName: 'name', contactPhone: 'phone' },
  serverFields: ['year', 'claimedCount', 'claims'],
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', hidden: ['checkInCode'], export: true, reveal: ['contactName', 'contactPhone'] },
    'hx-official': {
      reach: 'area',
      reveal: ['contactName', 'contactPhone'],
      create: POST_FIELDS,
      update: POST_FIELDS,
      destroy: true,
      export: true,
      transition: true,
    },
    'hx-unit': { reach: 'all', only: { state: { $in: ['open', 'closed'] } }, hidden: ['checkInCode', 'claims'] },
    'hx-member': { reach: 'all', only: { state: { $in: ['open', 'closed'] } }, hidden: ['checkInCode', 'claims'] },
  },
};
