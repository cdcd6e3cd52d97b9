import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { outsidersSee } from '../common/access';

const DICTIONARY_FIELDS = ['dictionary', 'code', 'title', 'titleEn', 'sort', 'enabled', 'source'];

/** The city keeps the dictionaries; everybody chooses from them. */
export const dictionaryAccess: CollectionAccess = {
  collection: 'hxDictionaryItems',
  scope: 'public',
  areaField: null,
  labelFields: ['title', 'titleEn', 'dictionary', 'code'],
  importKeys: [['code', 'dictionary']],
  retentionMonths: null,
  grants: {
    'hx-city': {
      reach: 'all',
      create: DICTIONARY_FIELDS,
      update: DICTIONARY_FIELDS,
      destroy: true,
      import: true,
      export: true,
    },
    'hx-official': { reach: 'all' },
    ...outsidersSee(['dictionary', 'code', 'title', 'titleEn', 'sort', 'enabled']),
  },
};
