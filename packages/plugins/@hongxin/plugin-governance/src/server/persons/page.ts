import { tablePage, type TableOptions } from '../common/pages/table-page';

const FORM = [
  'name',
  'gender',
  'phone',
  'politicalStatus',
  'birthYear',
  'area',
  'doorNumber',
  'stewardCategory',
  'governingKind',
  'skills',
  'note',
];

const people: TableOptions = {
  key: 'persons',
  byArea: true,
  collection: 'hxPersons',
  noun: '人员',
  fields: ['name', 'gender', 'politicalStatus', 'area', 'phone', 'stewardCategory', 'governingKind'],
  formFields: FORM,
  related: [
    {
      title: '任职',
      relation: 'posts',
      collection: 'hxPosts',
      fields: ['postType', 'organization', 'area', 'startsOn', 'endsOn'],
    },
  ],
  sort: 'areaCode',
};

/** 人员: everyone the structure knows; phone and door number are masked. */
export const personsPage = tablePage({
  name: 'persons',
  version: 3,
  title: '人员',
  icon: 'TeamOutlined',
  sort: 104,
  tabs: [
    {
      title: '人员',
      table: {
        ...people,
        canDelete: true,
        recordActions: ['HxInviteActionModel'],
        sheet: {
          explain: '居住楼栋按区划代码、红管家类别和共治主体按名称匹配。整表一次导入，有一行不合格则全部不导入。',
          columns: [
            { field: 'name', title: '姓名' },
            { field: 'gender', title: '性别' },
            { field: 'phone', title: '联系电话' },
            { field: 'politicalStatus', title: '政治面貌' },
            { field: 'birthYear', title: '出生年份' },
            { field: 'area', key: 'code', title: '居住区域代码' },
            { field: 'doorNumber', title: '门牌号' },
            { field: 'stewardCategory', key: 'title', title: '红管家类别' },
            { field: 'governingKind', key: 'title', title: '共治主体' },
            { field: 'skills', title: '特长' },
          ],
        },
      },
    },
  ],
});

/** 善治红管家: the people of the five old and four new kinds [seed]. */
export const stewardsPage = tablePage({
  name: 'stewards',
  version: 2,
  title: '善治红管家',
  icon: 'HeartOutlined',
  sort: 107,
  tabs: [
    {
      title: '善治红管家',
      table: {
        ...people,
        key: 'stewards',
        noun: '红管家',
        fields: ['name', 'stewardCategory', 'gender', 'politicalStatus', 'area', 'skills', 'phone'],
        where: [{ path: 'stewardCategoryId', operator: '$notEmpty', value: true }],
      },
    },
  ],
});
