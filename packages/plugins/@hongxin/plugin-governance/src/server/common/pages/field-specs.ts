type Document = Record<string, unknown>;

/** What a click on a relation shows of the record it points to. */
const SUMMARIES: Readonly<Record<string, { title: string; fields: readonly string[] }>> = {
  hxAreas: { title: '区域', fields: ['name', 'code', 'level', 'address'] },
  hxOrganizations: { title: '党组织', fields: ['name', 'level', 'status', 'memberCount'] },
  hxPersons: { title: '人员', fields: ['name', 'gender', 'politicalStatus', 'phone'] },
  hxPostTypes: { title: '岗位', fields: ['title', 'level', 'singleSeat'] },
  hxDictionaryItems: { title: '字典项', fields: ['title', 'dictionary', 'code'] },
};

const TARGETS: Readonly<Record<string, string>> = {
  area: 'hxAreas',
  coveredAreas: 'hxAreas',
  person: 'hxPersons',
  postType: 'hxPostTypes',
  organization: 'hxOrganizations',
  stewardCategory: 'hxDictionaryItems',
  governingKind: 'hxDictionaryItems',
  duties: 'hxDictionaryItems',
  services: 'hxDictionaryItems',
};

/**
 * Fields of a block that shows records. A relation opens a short summary of what it points to: left to itself,
 * NocoBase would generate a popup with every field of the target, as a template shared by all pages.
 */
export function shownFields(collection: string, names: readonly string[]): (string | Document)[] {
  return names.map((field) => {
    const target = field === 'parent' ? collection : TARGETS[field];
    const summary = target && SUMMARIES[target];
    if (!summary) return field;
    const details = {
      key: 'summary',
      type: 'details',
      resource: { binding: 'currentRecord' },
      fields: [...summary.fields],
    };
    return { field, popup: { title: summary.title, tryTemplate: false, blocks: [details] } };
  });
}
