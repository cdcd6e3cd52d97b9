import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { outsidersSee, toChooseFrom } from '../common/access';

const TO_CHOOSE = ['dictionary', 'code', 'title', 'titleEn', 'sort', 'enabled'];
/** The city keeps the dictionaries; everybody chooses from them. */
export const dictionaryAccess: AccessDeclaration = {
  collection: 'hxDictionaryItems',
  scope: 'public',
  areaField: null,
  labelFields: ['title', 'titleEn', 'dictionary', 'code'],
  importKeys: [['code', 'dictionary']],
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
    'hx-official': { reach: 'all' },
    ...outsidersSee(TO_CHOOSE),
  },
  furtherRoles: toChooseFrom(TO_CHOOSE),
};
