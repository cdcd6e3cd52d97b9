import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { outsidersSee, toChooseFrom } from '../common/access';

const ORGANIZATION_LABELS = ['name', 'level'] as const;
const TO_CHOOSE = [...ORGANIZATION_LABELS, 'parentId', 'areaId', 'areaCode'];
/** Officials keep the organisations of their area. */
export const organizationAccess: AccessDeclaration = {
  collection: 'hxOrganizations',
  labelFields: ORGANIZATION_LABELS,
  importKeys: [['name', 'parent', 'area']],
  retentionMonths: null,
  grants: {
    'hx-city': {
      reach: 'all',
      create: true,
      update: true,
      destroy: true,
      import: true,
      export: true,
    },
    'hx-official': {
      reach: 'area',
      create: true,
      update: true,
      import: true,
      export: true,
    },
    ...outsidersSee(TO_CHOOSE),
  },
  furtherRoles: toChooseFrom(TO_CHOOSE),
};
