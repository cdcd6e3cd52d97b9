import { selectRows } from '@hongxin/plugin-foundation';
import { type LocalizedText } from '@hongxin/rules/mechanism';
import { PROGRAMME_FIGURES } from '@hongxin/rules/governance';
import { BUILDING_HEAD, UNIT_HEAD } from '../post-types/codes';
import type { FigureDefinition, FigureProvider, FigureScope, Measurement } from './registry';

const PIECES: LocalizedText = { zh: '个', en: '' };
const PEOPLE: LocalizedText = { zh: '名', en: '' };

type Counted = FigureDefinition['counted'];

const own = (
  key: string,
  [zh, en]: readonly [zh: string, en: string],
  page: string,
  more: Partial<FigureDefinition> = {},
): FigureDefinition => ({ key, title: { zh, en }, unit: PIECES, page, ...more });
const ofProgramme = (
  key: 'streets' | 'communities' | 'estateBranches' | 'buildingGroups' | 'stewards' | 'featuredBuildings',
  page: string,
  more: Partial<FigureDefinition> = {},
): FigureDefinition => ({
  key,
  title: PROGRAMME_FIGURES[key].title,
  unit: PIECES,
  programme: key,
  page,
  ...more,
});

const areas =
  (level: string, more: Record<string, unknown> = {}): Counted =>
  () => ({ collection: 'hxAreas', filter: { level, ...more } });
const organizations =
  (level: string): Counted =>
  () => ({ collection: 'hxOrganizations', filter: { level, status: 'active' } });
/** Posts of a type whose term runs. */
const posts =
  (code: string): Counted =>
  ({ today }) => ({
    collection: 'hxPosts',
    filter: {
      $and: [
        { postType: { code } },
        { startsOn: { $dateNotAfter: today } },
        { $or: [{ endsOn: { $empty: true } }, { endsOn: { $dateNotBefore: today } }] },
      ],
    },
  });

interface Counts {
  streets: number;
  communities: number;
  estates: number;
  buildings: number;
  units: number;
  featuredBuildings: number;
  estateBranches: number;
  buildingGroups: number;
  memberHubs: number;
  stewards: number;
  buildingHeads: number;
  unitHeads: number;
  households: number;
}

/** Counts of the five-level structure against the programme [seed], all in one statement. */
async function measure(scope: FigureScope): Promise<Record<string, Measurement>> {
  const area = scope.within('code');
  const digits = scope.within('"areaCode"').sql;
  const current = '"startsOn" <= :today AND ("endsOn" IS NULL OR "endsOn" >= :today)';
  const holders = (code: string): string =>
    `(SELECT count(DISTINCT "areaId")::int FROM {hxPosts} WHERE "postTypeId" IN (SELECT id FROM {hxPostTypes} WHERE code = '${code}') AND ${current} AND ${digits})`;
  const [counts] = await selectRows<Counts>(
    { db: scope.db },
    `SELECT a.*, o.*, ${holders(BUILDING_HEAD)} AS "buildingHeads", ${holders(UNIT_HEAD)} AS "unitHeads",
       (SELECT count(*)::int FROM {hxPersons} WHERE "stewardCategoryId" IS NOT NULL AND ${digits}) AS stewards,
       (SELECT count(*)::int FROM {hxHouseholds} WHERE ${digits}) AS households
     FROM (SELECT count(*) FILTER (WHERE level = 'street')::int AS streets, count(*) FILTER (WHERE level = 'community')::int AS communities,
             count(*) FILTER (WHERE level = 'estate')::int AS estates, count(*) FILTER (WHERE level = 'building')::int AS buildings,
             count(*) FILTER (WHERE level = 'unit')::int AS units,
             count(*) FILTER (WHERE level = 'building' AND featured)::int AS "featuredBuildings"
           FROM {hxAreas} WHERE ${area.sql}) a,
          (SELECT count(*) FILTER (WHERE level = 'estateBranch')::int AS "estateBranches",
             count(*) FILTER (WHERE level = 'buildingGroup')::int AS "buildingGroups",
             count(*) FILTER (WHERE level = 'memberHub')::int AS "memberHubs"
           FROM {hxOrganizations} WHERE status = 'active' AND ${digits}) o`,
    { ...area.replacements, today: scope.today },
  );
  return {
    streets: { value: counts.streets },
    communities: { value: counts.communities },
    estates: { value: counts.estates },
    estateBranches: { value: counts.estateBranches, target: counts.estates },
    buildings: { value: counts.buildings },
    buildingGroups: { value: counts.buildingGroups, target: counts.buildings },
    buildingHeads: { value: counts.buildingHeads, target: counts.buildings },
    unitHeads: { value: counts.unitHeads, target: counts.units },
    memberHubs: { value: counts.memberHubs, target: counts.units },
    households: { value: counts.households },
    stewards: { value: counts.stewards, target: null },
    vacantPosts: { value: counts.buildings + counts.units - counts.buildingHeads - counts.unitHeads, target: 0 },
    featuredBuildings: { value: counts.featuredBuildings, target: null },
  };
}

export const GOVERNANCE_FIGURES: FigureProvider = {
  name: 'governance',
  sort: 100,
  figures: [
    ofProgramme('streets', 'governance/areas', { counted: areas('street') }),
    ofProgramme('communities', 'governance/areas', { counted: areas('community') }),
    own('estates', ['小区', 'Estates'], 'governance/areas', { counted: areas('estate') }),
    ofProgramme('estateBranches', 'governance/organizations', { counted: organizations('estateBranch') }),
    own('buildings', ['楼栋', 'Buildings'], 'governance/areas', { counted: areas('building') }),
    ofProgramme('buildingGroups', 'governance/organizations', { counted: organizations('buildingGroup') }),
    own('buildingHeads', ['楼长', 'Building heads'], 'governance/posts', {
      unit: PEOPLE,
      counted: posts(BUILDING_HEAD),
    }),
    own('unitHeads', ['单元长', 'Unit heads'], 'governance/posts', { unit: PEOPLE, counted: posts(UNIT_HEAD) }),
    own('memberHubs', ['党员中心户', 'Member hubs'], 'governance/hubs', {
      tab: '党员中心户',
      counted: organizations('memberHub'),
    }),
    own('households', ['联系户', 'Households contacted'], 'governance/hubs', {
      unit: { zh: '户', en: '' },
      tab: '联系户',
    }),
    ofProgramme('stewards', 'governance/stewards', { unit: PEOPLE }),
    own('vacantPosts', ['空缺岗位', 'Vacant posts'], 'governance/gaps'),
    ofProgramme('featuredBuildings', 'governance/areas', { counted: areas('building', { featured: true }) }),
  ],
  measure,
};
