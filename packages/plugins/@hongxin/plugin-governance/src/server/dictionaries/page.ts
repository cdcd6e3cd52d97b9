import { tablePage } from '../common/pages/table-page';

/** 字典: what posts there are and what records choose from; the city administrator's. */
export const dictionariesPage = tablePage({
  name: 'dictionaries',
  title: '字典',
  icon: 'BookOutlined',
  sort: 109,
  roles: ['hx-city'],
  tabs: [
    {
      title: '岗位类型',
      table: {
        key: 'postTypes',
        collection: 'hxPostTypes',
        noun: '岗位类型',
        fields: ['title', 'code', 'level', 'singleSeat', 'grantsRole', 'sort', 'enabled'],
        formFields: ['title', 'titleEn', 'code', 'level', 'singleSeat', 'grantsRole', 'sort', 'enabled'],
        sort: 'sort',
        canDelete: true,
      },
    },
    {
      title: '字典项',
      table: {
        key: 'items',
        collection: 'hxDictionaryItems',
        noun: '字典项',
        fields: ['dictionary', 'title', 'code', 'titleEn', 'source', 'sort', 'enabled'],
        formFields: ['dictionary', 'title', 'titleEn', 'code', 'sort', 'enabled'],
        sort: 'sort',
        canDelete: true,
      },
    },
  ],
});
