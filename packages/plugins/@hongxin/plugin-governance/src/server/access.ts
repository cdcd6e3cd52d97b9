import type { CollectionAccess } from '@hongxin/plugin-foundation';

/** What everyone with a role of the pack needs to choose a building or an organisation, and no more. */
const AREA_LABELS = ['code', 'name', 'level', 'parentId'] as const;
const ORGANIZATION_LABELS = ['name', 'level'] as const;
const OUTSIDERS = ['hx-unit', 'hx-member', 'hx-social-org', 'hx-expert', 'hx-evaluator', 'hx-resident'] as const;

const AREA_FIELDS = [
  'code',
  'name',
  'level',
  'parent',
  'estateType',
  'householdCount',
  'address',
  'featured',
  'featureName',
  'description',
];
const ORGANIZATION_FIELDS = [
  'name',
  'level',
  'parent',
  'formation',
  'area',
  'coveredAreas',
  'establishedOn',
  'memberCount',
  'status',
  'brand',
];
// userId is not among them: who links a person to a user hands out that person's rights
const PERSON_FIELDS = [
  'name',
  'gender',
  'phone',
  'politicalStatus',
  'birthYear',
  'area',
  'doorNumber',
  'identityNumber',
  'stewardCategory',
  'governingKind',
  'skills',
  'note',
];
const POST_FIELDS = [
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
const HOUSEHOLD_FIELDS = ['organization', 'area', 'doorNumber', 'headName', 'phone', 'memberCount', 'careTags', 'note'];
const DICTIONARY_FIELDS = ['dictionary', 'code', 'title', 'titleEn', 'sort', 'enabled', 'source'];
const POST_TYPE_FIELDS = ['code', 'title', 'titleEn', 'level', 'singleSeat', 'grantsRole', 'sort', 'enabled'];

function outsidersSee(fields: readonly string[]): CollectionAccess['grants'] {
  return Object.fromEntries(OUTSIDERS.map((role) => [role, { reach: 'all' as const, view: fields }]));
}

/** Links travel with the records they join, and have no door of their own; nor has the pack's bookkeeping. */
const linkTable = (collection: string): CollectionAccess => ({
  collection,
  scope: 'internal',
  areaField: null,
  labelFields: [],
  retentionMonths: null,
  grants: {},
});

/** City administrators do everything; officials work below the areas of their posts; others choose from names. */
export const ACCESS: readonly CollectionAccess[] = [
  {
    collection: 'hxAreas',
    areaField: 'code',
    labelFields: AREA_LABELS,
    retentionMonths: null,
    grants: {
      'hx-city': { reach: 'all', create: AREA_FIELDS, update: AREA_FIELDS, destroy: true, import: true, export: true },
      'hx-official': {
        reach: 'area',
        update: ['name', 'householdCount', 'address', 'featured', 'featureName', 'description'],
        export: true,
      },
      ...outsidersSee(AREA_LABELS),
    },
  },
  {
    collection: 'hxOrganizations',
    labelFields: ORGANIZATION_LABELS,
    importKeys: [['name', 'parent', 'area']],
    retentionMonths: null,
    grants: {
      'hx-city': {
        reach: 'all',
        create: ORGANIZATION_FIELDS,
        update: ORGANIZATION_FIELDS,
        destroy: true,
        import: true,
        export: true,
      },
      'hx-official': {
        reach: 'area',
        create: ORGANIZATION_FIELDS,
        update: ORGANIZATION_FIELDS,
        import: true,
        export: true,
      },
      ...outsidersSee([...ORGANIZATION_LABELS, 'parentId', 'areaId', 'areaCode']),
    },
  },
  {
    collection: 'hxPersons',
    ownerField: 'userId',
    labelFields: ['name'],
    personalFields: { phone: 'phone', doorNumber: 'doorNumber', identityNumber: 'idNumber' },
    anonymize: ['identityHash'],
    serverFields: ['identityHash'],
    importAlike: ['name', 'phone'],
    retentionMonths: null,
    grants: {
      'hx-city': {
        reach: 'all',
        hidden: ['identityHash'],
        create: [...PERSON_FIELDS, 'user'],
        update: [...PERSON_FIELDS, 'user'],
        destroy: true,
        import: true,
        export: true,
        reveal: ['phone', 'doorNumber'],
      },
      'hx-official': {
        reach: 'area',
        hidden: ['user', 'userId', 'identityHash'],
        create: PERSON_FIELDS,
        update: PERSON_FIELDS,
        import: true,
        export: true,
        reveal: ['phone', 'doorNumber'],
      },
      // a member sees what is kept about them, in clear
      'hx-member': { reach: 'own', hidden: ['note', 'user', 'userId', 'posts', 'identityHash'], clearOwn: true },
    },
  },
  {
    collection: 'hxPosts',
    labelFields: ['startsOn', 'endsOn'],
    importKeys: [['person', 'postType', 'area', 'startsOn']],
    serverFields: ['seatKey'],
    // who holds a post decides who sees and does what
    traced: true,
    retentionMonths: null,
    grants: {
      'hx-city': { reach: 'all', create: POST_FIELDS, update: POST_FIELDS, destroy: true, import: true, export: true },
      'hx-official': { reach: 'area', create: POST_FIELDS, update: POST_FIELDS, import: true, export: true },
    },
  },
  {
    collection: 'hxHouseholds',
    labelFields: [],
    personalFields: { doorNumber: 'doorNumber', headName: 'name', phone: 'phone' },
    // default: contact lists are thinned out three years after the last contact
    retentionMonths: 36,
    grants: {
      'hx-city': {
        reach: 'all',
        create: HOUSEHOLD_FIELDS,
        update: HOUSEHOLD_FIELDS,
        destroy: true,
        import: true,
        export: true,
      },
      'hx-official': {
        reach: 'area',
        create: HOUSEHOLD_FIELDS,
        update: HOUSEHOLD_FIELDS,
        destroy: true,
        import: true,
        export: true,
        reveal: ['doorNumber', 'headName', 'phone'],
      },
    },
  },
  {
    collection: 'hxPostTypes',
    scope: 'public',
    areaField: null,
    labelFields: ['title', 'titleEn', 'level'],
    retentionMonths: null,
    grants: {
      'hx-city': { reach: 'all', create: POST_TYPE_FIELDS, update: POST_TYPE_FIELDS, destroy: true },
      'hx-official': { reach: 'all' },
    },
  },
  {
    collection: 'hxDictionaryItems',
    scope: 'public',
    areaField: null,
    labelFields: ['title', 'titleEn', 'dictionary', 'code'],
    importKeys: [['code', 'dictionary']],
    retentionMonths: null,
    grants: {
      'hx-city': {
        reach: 'all',
        create: DICTIONARY_FIELDS,
        update: DICTIONARY_FIELDS,
        destroy: true,
        import: true,
        export: true,
      },
      'hx-official': { reach: 'all' },
      ...outsidersSee(['dictionary', 'code', 'title', 'titleEn', 'sort', 'enabled']),
    },
  },
  ...['hxOrganizationAreas', 'hxPostDuties', 'hxPostServices', 'hxGrantedRoles'].map(linkTable),
];
