import { PROGRAMME_FIGURES, type LocalizedText } from '@hongxin/rules';
import { select } from '../database/sql';
import { BUILDING_HEAD, UNIT_HEAD } from '../post-codes';
import type { FigureDefinition, FigureProvider, FigureScope, Measurement } from './registry';

const PIECES: LocalizedText = { zh: '个', en: '' };
const PEOPLE: LocalizedText = { zh: '名', en: '' };

const own = (key: string, zh: string, en: string, page: string, unit = PIECES): FigureDefinition => ({
  key,
  title: { zh, en },
  unit,
  page,
});
const ofProgramme = (
  key: 'streets' | 'communities' | 'estateBranches' | 'buildingGroups' | 'stewards' | 'featuredBuildings',
  page: string,
  unit = PIECES,
): FigureDefinition => ({
  key,
  title: PROGRAMME_FIGURES[key].title,
  unit,
  programme: key,
  page,
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
  const [counts] = await select<Counts>(
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
    ofProgramme('streets', 'governance/areas'),
    ofProgramme('communities', 'governance/areas'),
    own('estates', '小区', 'Estates', 'governance/areas'),
    ofProgramme('estateBranches', 'governance/organizations'),
    own('buildings', '楼栋', 'Buildings', 'governance/areas'),
    ofProgramme('buildingGroups', 'governance/organizations'),
    own('buildingHeads', '楼长', 'Building heads', 'governance/posts', PEOPLE),
    own('unitHeads', '单元长', 'Unit heads', 'governance/posts', PEOPLE),
    own('memberHubs', '党员中心户', 'Member hubs', 'governance/hubs'),
    own('households', '联系户', 'Households contacted', 'governance/hubs', { zh: '户', en: '' }),
    ofProgramme('stewards', 'governance/stewards', PEOPLE),
    own('vacantPosts', '空缺岗位', 'Vacant posts', 'governance/gaps'),
    ofProgramme('featuredBuildings', 'governance/areas'),
  ],
  measure,
};
