import { AREA_LEVELS, type AreaLevel } from '../mechanism/area-code';
import type { DictionaryItem } from '../mechanism/dictionary-item';
import type { LocalizedText } from '../mechanism/localized-text';
import { verdict, type Verdict } from '../mechanism/reason';
import { reason } from './reasons';

/** The five linked levels of party organisations [seed], from top to bottom. */
export type OrganizationLevel =
  'streetCommittee' | 'communityCommittee' | 'estateBranch' | 'buildingGroup' | 'memberHub';

export const ORGANIZATION_LEVELS: readonly OrganizationLevel[] = [
  'streetCommittee',
  'communityCommittee',
  'estateBranch',
  'buildingGroup',
  'memberHub',
];

/** Titles of the levels [seed]. */
export const ORGANIZATION_LEVEL_LABELS: Readonly<Record<OrganizationLevel, LocalizedText>> = {
  streetCommittee: { zh: '街道党工委', en: 'street party working committee' },
  communityCommittee: { zh: '社区党委（党总支）', en: 'community party committee' },
  estateBranch: { zh: '小区（网格）党支部', en: 'estate party branch' },
  buildingGroup: { zh: '楼栋党小组', en: 'building party group' },
  memberHub: { zh: '党员中心户', en: 'member hub household' },
};

/** How an estate branch was formed [seed]. */
export type Formation = 'single' | 'joint' | 'transferred' | 'dispatched' | 'integrated';

/** The five ways of formation [seed]; joint and integrated ones cover several areas besides the home area. */
export const FORMATIONS: readonly (DictionaryItem<Formation> & { coversSeveralAreas: boolean })[] = [
  { code: 'single', zh: '单独组建', en: 'formed singly', source: 'seed', coversSeveralAreas: false },
  { code: 'joint', zh: '联合组建', en: 'formed jointly', source: 'seed', coversSeveralAreas: true },
  { code: 'transferred', zh: '转接组建', en: 'formed by transfer', source: 'seed', coversSeveralAreas: false },
  { code: 'dispatched', zh: '派驻组建', en: 'formed by dispatch', source: 'seed', coversSeveralAreas: false },
  { code: 'integrated', zh: '统合组建', en: 'formed by integration', source: 'seed', coversSeveralAreas: true },
];

/** Types of estate, each with its own way of governance [seed]. */
export const ESTATE_TYPES: readonly DictionaryItem<'old' | 'new' | 'migratory'>[] = [
  { code: 'old', zh: '老旧型', en: 'old estate', source: 'seed' },
  { code: 'new', zh: '新建型', en: 'new estate', source: 'seed' },
  { code: 'migratory', zh: '候鸟型', en: 'seasonal-resident estate', source: 'seed' },
];

/** Households one member hub should contact [seed: 5–10]; a setting in the pack. */
export const HUB_HOUSEHOLDS = { min: 5, max: 10 } as const;

/** The level of area an organisation of this level has as its home. */
export function organizationAreaLevel(level: OrganizationLevel): AreaLevel {
  return AREA_LEVELS[ORGANIZATION_LEVELS.indexOf(level) + 1];
}

/** The level an organisation's parent must have; null at the top. */
export function parentOrganizationLevel(level: OrganizationLevel): OrganizationLevel | null {
  return ORGANIZATION_LEVELS[ORGANIZATION_LEVELS.indexOf(level) - 1] ?? null;
}

/** Refuses a parent that is not exactly one level above [seed]; the street committee has none in the pack. */
export function checkOrganizationParent(level: OrganizationLevel, parentLevel: OrganizationLevel | null): Verdict {
  if (!ORGANIZATION_LEVELS.includes(level)) {
    return unknownLevel(level);
  }
  const expected = parentOrganizationLevel(level);
  if (parentLevel === expected) {
    return { ok: true };
  }
  const organizationLevel = level;
  if (expected === null) {
    return verdict([reason('ORGANIZATION_PARENT_NOT_ALLOWED', { organizationLevel }, 'parentId')]);
  }
  const params = { organizationLevel, expectedOrganizationLevel: expected };
  if (parentLevel === null) {
    return verdict([reason('ORGANIZATION_PARENT_REQUIRED', params, 'parentId')]);
  }
  return verdict([
    reason('ORGANIZATION_PARENT_LEVEL', { ...params, parentOrganizationLevel: parentLevel }, 'parentId'),
  ]);
}

/** Refuses a home area of another level than the organisation's own. */
export function checkOrganizationArea(level: OrganizationLevel, areaLevel: AreaLevel): Verdict {
  if (!ORGANIZATION_LEVELS.includes(level)) {
    return unknownLevel(level);
  }
  const expectedAreaLevel = organizationAreaLevel(level);
  const params = { organizationLevel: level, areaLevel, expectedAreaLevel };
  return verdict(areaLevel === expectedAreaLevel ? [] : [reason('ORGANIZATION_AREA_LEVEL', params, 'areaId')]);
}

/** Whether an organisation formed this way covers areas besides its home area. */
export function formationCoversSeveralAreas(formation: Formation): boolean {
  return FORMATIONS.some((item) => item.code === formation && item.coversSeveralAreas);
}

/**
 * Refuses several covered areas for a formation that covers one.
 * @param count areas covered, the home area included
 */
export function checkCoveredAreas(formation: Formation, count: number): Verdict {
  const fits = count <= 1 || formationCoversSeveralAreas(formation);
  return verdict(fits ? [] : [reason('FORMATION_SINGLE_AREA', { formation, count }, 'coveredAreas')]);
}

/**
 * A warning, never a refusal, when a member hub contacts fewer or more households than advised [seed: 5–10].
 * @param count households contacted
 * @param bounds both included
 */
export function checkHubHouseholds(count: number, bounds: { min: number; max: number } = HUB_HOUSEHOLDS): Verdict {
  const params = { count, min: bounds.min, max: bounds.max };
  if (count < bounds.min) {
    return verdict([reason('HUB_HOUSEHOLDS_BELOW', params)]);
  }
  return verdict(count > bounds.max ? [reason('HUB_HOUSEHOLDS_ABOVE', params)] : []);
}

function unknownLevel(level: string): Verdict {
  const params = { organizationLevel: level, expectedOrganizationLevel: ORGANIZATION_LEVELS.join(', ') };
  return verdict([reason('ORGANIZATION_LEVEL_UNKNOWN', params, 'level')]);
}
