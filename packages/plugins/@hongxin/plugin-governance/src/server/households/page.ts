import { tablePage } from '../common/pages/table-page';

/** 党员中心户: hubs, and the households each keeps in touch with [seed: 5–10]. */
export const hubsPage = tablePage({
  name: 'hubs',
  version: 2,
  title: '党员中心户',
  icon: 'HomeOutlined',
  sort: 106,
  tabs: [
    {
      title: '党员中心户',
      table: {
        key: 'hubs',
        byArea: true,
        collection: 'hxOrganizations',
        noun: '党员中心户',
        fields: ['name', 'area', 'parent', 'establishedOn', 'status'],
        formFields: ['name', 'level', 'parent', 'area', 'establishedOn', 'status'],
        editFields: ['name', 'parent', 'area', 'establishedOn', 'status'],
        related: [
          {
            title: '联系户',
            relation: 'households',
            collection: 'hxHouseholds',
            fields: ['doorNumber', 'headName', 'phone', 'memberCount', 'careTags'],
          },
          {
            title: '任职',
            relation: 'posts',
            collection: 'hxPosts',
            fields: ['person', 'postType', 'startsOn', 'endsOn'],
          },
        ],
        sort: 'areaCode',
        where: [{ path: 'level', operator: '$eq', value: 'memberHub' }],
      },
    },
    {
      title: '联系户',
      table: {
        key: 'households',
        byArea: true,
        collection: 'hxHouseholds',
        noun: '联系户',
        fields: ['organization', 'area', 'doorNumber', 'headName', 'phone', 'memberCount', 'careTags'],
        formFields: ['organization', 'area', 'doorNumber', 'headName', 'phone', 'memberCount', 'careTags', 'note'],
        sort: 'areaCode',
        canDelete: true,
      },
    },
  ],
});
