import { listPage } from '../common/pages';
import { organizations } from '../organizations/page';
import hxPosts from '../posts/collection';
import hxHouseholds from './collection';

/** 党员中心户: hubs, and the households each keeps in touch with [seed: 5–10]. */
export const hubsPage = listPage({
  name: 'hubs',
  version: 2,
  title: '党员中心户',
  icon: 'HomeOutlined',
  sort: 106,
  tabs: [
    {
      ...organizations,
      key: 'hubs',
      noun: '党员中心户',
      fields: ['name', 'area', 'parent', 'establishedOn', 'status'],
      filter: [{ path: 'level', operator: '$eq', value: 'memberHub' }],
      form: ['name', 'level', 'parent', 'area', 'establishedOn', 'status'],
      edit: { form: ['name', 'parent', 'area', 'establishedOn', 'status'] },
      related: [
        {
          relation: 'households',
          collection: hxHouseholds,
          fields: ['doorNumber', 'headName', 'phone', 'memberCount', 'careTags'],
        },
        { relation: 'posts', collection: hxPosts, fields: ['person', 'postType', 'startsOn', 'endsOn'] },
      ],
    },
    {
      key: 'households',
      title: '联系户',
      collection: hxHouseholds,
      fields: ['organization', 'area', 'doorNumber', 'headName', 'phone', 'memberCount', 'careTags'],
      order: 'areaCode',
      form: ['organization', 'area', 'doorNumber', 'headName', 'phone', 'memberCount', 'careTags', 'note'],
      details: [
        { key: 'household', title: '联系户', fields: ['organization', 'area', 'doorNumber', 'headName', 'phone'] },
        { key: 'care', title: '家庭情况', fields: ['memberCount', 'careTags', 'note'] },
      ],
      canDelete: true,
    },
  ],
});
