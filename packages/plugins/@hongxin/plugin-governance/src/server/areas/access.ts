import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { outsidersSee } from '../common/access';

const AREA_LABELS = ['code', 'name', 'level', 'parentId'] as const;
const AREA_FIELDS = [
  'code',
  'name',
  'level',
  'parent',
  'estateType',
  'householdCount',
  'address',
  'featured',
  'featureName',
  'description',
];

/** The city keeps the tree; officials describe what lies in their area. */
export const areaAccess: CollectionAccess = {
  collection: 'hxAreas',
  areaField: 'code',
  labelFields: AREA_LABELS,
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', create: AREA_FIELDS, update: AREA_FIELDS, destroy: true, import: true, export: true },
    'hx-official': {
      reach: 'area',
      update: ['name', 'householdCount', 'address', 'featured', 'featureName', 'description'],
      export: true,
    },
    ...outsidersSee(AREA_LABELS),
  },
};
