import type { CollectionAccess } from '@hongxin/plugin-foundation';

const POST_FIELDS = [
  'person',
  'postType',
  'organization',
  'area',
  'startsOn',
  'endsOn',
  'selection',
  'publicityFrom',
  'publicityTo',
  'duties',
  'services',
  'note',
];

/** Officials fill the posts of their area; of those that grant a role see `granting.ts`. */
export const postAccess: CollectionAccess = {
  collection: 'hxPosts',
  labelFields: ['startsOn', 'endsOn'],
  importKeys: [['person', 'postType', 'area', 'startsOn']],
  serverFields: ['seatKey'],
  // who holds a post decides who sees and does what
  traced: true,
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', create: POST_FIELDS, update: POST_FIELDS, destroy: true, import: true, export: true },
    'hx-official': { reach: 'area', create: POST_FIELDS, update: POST_FIELDS, import: true, export: true },
  },
};
