import type { AccessDeclaration } from '@hongxin/plugin-foundation';

/** Officials fill the posts of their area; of those that grant a role see `granting.ts`. */
export const postAccess: AccessDeclaration = {
  collection: 'hxPosts',
  labelFields: ['startsOn', 'endsOn'],
  importKeys: [['person', 'postType', 'area', 'startsOn']],
  // who holds a post decides who sees and does what
  traced: true,
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', create: true, update: true, destroy: true, import: true, export: true },
    'hx-official': { reach: 'area', create: true, update: true, import: true, export: true },
  },
};
