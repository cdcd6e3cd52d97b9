import type { DomainPart, Services } from '@hongxin/plugin-foundation';
import { countedPosts } from './posts-with-item';
import { keepWhile, pointingTo } from '../common/in-use';
import { commonReason } from '../common/reasons';
import { dictionaryAccess } from './access';
import hxDictionaryItems from './collection';
import type { DictionaryFields } from './fields';
import { englishTitles } from './fields/english';
import { dictionariesPage } from './page';
import { DICTIONARY_REASONS } from './reasons';
import { DICTIONARIES } from './shipped';

/** 字典: what records choose from, and the fields whose choices it is. */
export const dictionaries = ({ db }: Services, fields: DictionaryFields): DomainPart => ({
  collections: [hxDictionaryItems],
  access: [dictionaryAccess],
  reasons: DICTIONARY_REASONS,
  constraints: [
    { table: 'hxDictionaryItems', name: 'hx_dictionary_items_code', definition: 'UNIQUE ("dictionary", "code")' },
  ],
  follows: {
    'hxDictionaryItems.beforeUpdate': [fields.keepHeldCode],
    'hxDictionaryItems.beforeDestroy': [
      keepWhile(
        db,
        async (scope, item) => [
          ...(await pointingTo('hxDictionaryItems')(scope, item)),
          ...(await countedPosts(scope, String(item.get('id')))),
        ],
        (named) => commonReason('RECORD_IN_USE', named),
        'title',
      ),
      fields.keepHeld,
    ],
    'hxDictionaryItems.afterSave': [fields.follow],
    'hxDictionaryItems.afterDestroy': [fields.follow],
    // both of the host's tables of fields: by the second it changes them in any data source, this one too
    'fields.beforeCreate': [fields.guard],
    'fields.beforeUpdate': [fields.guard],
    'dataSourcesFields.beforeSave': [fields.guard],
  },
  hears: { afterStart: fields.start },
  choiceTexts: [(language) => englishTitles(db, language)],
  shippedRows: Object.entries(DICTIONARIES).map(([dictionary, items]) => ({
    collection: 'hxDictionaryItems',
    within: { dictionary },
    rows: items.map(({ code, zh, en, source }, index) => ({
      code,
      title: zh,
      titleEn: en,
      sort: (index + 1) * 10,
      enabled: true,
      source,
    })),
    isNeeded: true,
  })),
  pages: [dictionariesPage],
});
