import { listPage } from '../common/pages';
import hxPostTypes from '../post-types/collection';
import hxDictionaryItems from './collection';

/** 字典: what posts there are and what records choose from; the city administrator's. */
export const dictionariesPage = listPage({
  name: 'dictionaries',
  roles: ['hx-city'],
  title: '字典',
  icon: 'BookOutlined',
  sort: 109,
  tabs: [
    {
      key: 'postTypes',
      title: '岗位类型',
      collection: hxPostTypes,
      fields: ['title', 'code', 'level', 'singleSeat', 'grantsRole', 'sort', 'enabled'],
      order: 'sort',
      form: ['title', 'titleEn', 'code', 'level', 'singleSeat', 'grantsRole', 'sort', 'enabled'],
      canDelete: true,
    },
    {
      key: 'items',
      title: '字典项',
      collection: hxDictionaryItems,
      fields: ['dictionary', 'title', 'code', 'titleEn', 'source', 'sort', 'enabled'],
      order: 'sort',
      form: ['dictionary', 'title', 'titleEn', 'code', 'sort', 'enabled'],
      canDelete: true,
    },
  ],
});
