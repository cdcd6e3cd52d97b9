import type { CollectionAccess } from '@hongxin/plugin-foundation';

const POST_TYPE_FIELDS = ['code', 'title', 'titleEn', 'level', 'singleSeat', 'grantsRole', 'sort', 'enabled'];

/** The city keeps them. */
export const postTypeAccess: CollectionAccess = {
  collection: 'hxPostTypes',
  scope: 'public',
  areaField: null,
  labelFields: ['title', 'titleEn', 'level'],
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', create: POST_TYPE_FIELDS, update: POST_TYPE_FIELDS, destroy: true },
    'hx-official': { reach: 'all' },
  },
};
