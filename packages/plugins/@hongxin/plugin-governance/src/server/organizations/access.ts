import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { outsidersSee } from '../common/access';

const ORGANIZATION_LABELS = ['name', 'level'] as const;
const ORGANIZATION_FIELDS = [
  'name',
  'level',
  'parent',
  'formation',
  'area',
  'coveredAreas',
  'establishedOn',
  'memberCount',
  'status',
  'brand',
];

/** Officials keep the organisations of their area. */
export const organizationAccess: CollectionAccess = {
  collection: 'hxOrganizations',
  labelFields: ORGANIZATION_LABELS,
  importKeys: [['name', 'parent', 'area']],
  retentionMonths: null,
  grants: {
    'hx-city': {
      reach: 'all',
      create: ORGANIZATION_FIELDS,
      update: ORGANIZATION_FIELDS,
      destroy: true,
      import: true,
      export: true,
    },
    'hx-official': {
      reach: 'area',
      create: ORGANIZATION_FIELDS,
      update: ORGANIZATION_FIELDS,
      import: true,
      export: true,
    },
    ...outsidersSee([...ORGANIZATION_LABELS, 'parentId', 'areaId', 'areaCode']),
  },
};
