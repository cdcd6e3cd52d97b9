import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { outsidersSee, toChooseFrom } from '../common/access';

const AREA_LABELS = ['code', 'name', 'level', 'parentId'] as const;
/** The city keeps the tree; officials describe what lies in their area. */
export const areaAccess: AccessDeclaration = {
  collection: 'hxAreas',
  areaField: 'code',
  labelFields: AREA_LABELS,
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', create: true, update: true, destroy: true, import: true, export: true },
    'hx-official': {
      reach: 'area',
      update: ['name', 'householdCount', 'address', 'featured', 'featureName', 'description'],
      export: true,
    },
    ...outsidersSee(AREA_LABELS),
  },
  furtherRoles: toChooseFrom(AREA_LABELS),
};
