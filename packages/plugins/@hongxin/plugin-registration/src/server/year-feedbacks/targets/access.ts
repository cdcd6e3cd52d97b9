import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { YEAR_TARGETS } from '../../constants';

const TARGET_FIELDS = ['year', 'subject', 'area', 'hours', 'times', 'claims', 'note'];

/** Officials set the targets of their area. */
export const yearTargetAccess: CollectionAccess = {
  // what is asked of whom is no secret; who sets it is the city
  collection: YEAR_TARGETS,
  scope: 'public',
  labelFields: ['year', 'subject'],
  importKeys: [['year', 'subject', 'area']],
  traced: true,
  retentionMonths: null,
  grants: {
    'hx-city': {
      reach: 'all',
      create: TARGET_FIELDS,
      update: TARGET_FIELDS,
      destroy: true,
      import: true,
      export: true,
    },
    'hx-official': { reach: 'all' },
    'hx-unit': { reach: 'all' },
    'hx-member': { reach: 'all' },
  },
};
