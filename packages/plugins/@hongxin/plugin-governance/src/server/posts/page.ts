import { tablePage } from '../common/pages/table-page';

const FORM = [
  'person',
  'postType',
  'organization',
  'area',
  'startsOn',
  'endsOn',
  'selection',
  'publicityFrom',
  'publicityTo',
  'duties',
  'services',
  'note',
];

/** 任职: who holds which post where, with terms; ended terms stay as history. */
export const postsPage = tablePage({
  name: 'posts',
  version: 2,
  title: '任职',
  icon: 'IdcardOutlined',
  sort: 105,
  tabs: [
    {
      title: '任职',
      table: {
        key: 'posts',
        byArea: true,
        collection: 'hxPosts',
        noun: '任职',
        fields: ['person', 'postType', 'area', 'organization', 'startsOn', 'endsOn', 'selection'],
        formFields: FORM,
        sort: 'startsOn',
        direction: 'desc',
        sheet: {
          explain:
            '人员按姓名（全市唯一时）、岗位按名称、党组织按名称、任职区域按区划代码匹配。整表一次导入，有一行不合格则全部不导入。',
          columns: [
            { field: 'person', key: 'name', title: '姓名' },
            { field: 'postType', key: 'title', title: '岗位' },
            { field: 'organization', key: 'name', title: '党组织名称' },
            { field: 'area', key: 'code', title: '任职区域代码' },
            { field: 'startsOn', title: '任期开始' },
            { field: 'endsOn', title: '任期结束' },
            { field: 'selection', title: '产生方式' },
          ],
        },
      },
    },
  ],
});
