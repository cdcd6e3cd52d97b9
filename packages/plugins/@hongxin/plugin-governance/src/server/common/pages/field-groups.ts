/** Fields in groups, per collection: what the details of a record show. */
export interface FieldGroup {
  key: string;
  title: string;
  fields: readonly string[];
}

export const FIELD_GROUPS: Readonly<Record<string, readonly FieldGroup[]>> = {
  hxAreas: [
    {
      key: 'area',
      title: '区域',
      fields: ['name', 'code', 'level', 'parent', 'estateType', 'householdCount', 'address'],
    },
    { key: 'feature', title: '特色', fields: ['featured', 'featureName', 'description'] },
  ],
  hxOrganizations: [
    { key: 'organization', title: '党组织', fields: ['name', 'level', 'parent', 'area', 'formation', 'coveredAreas'] },
    { key: 'state', title: '基本情况', fields: ['establishedOn', 'memberCount', 'status', 'brand'] },
  ],
  hxPersons: [
    {
      key: 'person',
      title: '基本信息',
      fields: ['name', 'gender', 'politicalStatus', 'birthYear', 'phone', 'area', 'doorNumber'],
    },
    { key: 'service', title: '参与治理', fields: ['stewardCategory', 'governingKind', 'skills', 'note'] },
  ],
  hxPosts: [
    {
      key: 'post',
      title: '任职',
      fields: ['person', 'postType', 'organization', 'area', 'startsOn', 'endsOn', 'selection'],
    },
    { key: 'publicity', title: '公示', fields: ['publicityFrom', 'publicityTo'] },
    { key: 'duties', title: '职责与服务', fields: ['duties', 'services', 'note'] },
  ],
  hxHouseholds: [
    { key: 'household', title: '联系户', fields: ['organization', 'area', 'doorNumber', 'headName', 'phone'] },
    { key: 'care', title: '家庭情况', fields: ['memberCount', 'careTags', 'note'] },
  ],
};
