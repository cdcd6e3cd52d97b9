/** What the plugin's pages have in common. */
import { pageBuilder } from '@hongxin/plugin-foundation';
import hxAreas from '../areas/collection';
import hxDictionaryItems from '../dictionaries/collection';
import hxOrganizations from '../organizations/collection';
import hxPersons from '../persons/collection';
import hxPostTypes from '../post-types/collection';
import { AREA_FILTER } from './area-filter';

export const { listPage } = pageBuilder({
  plugin: 'governance',
  group: { title: '红心治理', icon: 'ApartmentOutlined' },
  roles: ['hx-city', 'hx-official'],
  words: { edit: '编辑' },
  areaFilter: AREA_FILTER,
  summaries: [
    { collection: hxAreas, fields: ['name', 'code', 'level', 'address'] },
    { collection: hxOrganizations, fields: ['name', 'level', 'status', 'memberCount'] },
    { collection: hxPersons, fields: ['name', 'gender', 'politicalStatus', 'phone'] },
    { collection: hxPostTypes, title: '岗位', fields: ['title', 'level', 'singleSeat'] },
    { collection: hxDictionaryItems, fields: ['title', 'dictionary', 'code'] },
  ],
});

export const ALL_OR_NOTHING = '整表一次导入，有一行不合格则全部不导入。';
