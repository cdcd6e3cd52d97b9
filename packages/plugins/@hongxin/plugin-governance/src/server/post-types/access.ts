import type { AccessDeclaration } from '@hongxin/plugin-foundation';

/** The city keeps them. */
export const postTypeAccess: AccessDeclaration = {
  collection: 'hxPostTypes',
  scope: 'public',
  areaField: null,
  labelFields: ['title', 'titleEn', 'level'],
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', create: true, update: true, destroy: true },
    'hx-official': { reach: 'all' },
  },
};
