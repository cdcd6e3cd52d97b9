import { organizationAreaLevel, type Formation, type OrganizationLevel } from '@hongxin/rules/governance';
import { apportion } from './apportion';
import { addDays } from './days';
import type { Random, Weighted } from './random';
import type { AreaRow, OrganizationRow } from './types';

/** Building party groups in the whole city [seed]. */
const BUILDING_GROUPS = 245;
/** Buildings no group covers and units without a hub: what the list of coverage gaps is for. */
const UNCOVERED_BUILDINGS = 0.03;
const UNITS_WITHOUT_HUB = 0.05;

const BRANCH_FORMATIONS: Weighted<Formation> = [
  ['single', 68],
  ['transferred', 10],
  ['dispatched', 10],
  ['joint', 7],
  ['integrated', 5],
];
const BRANDS = ['红石榴', '连心桥', '暖心里', '初心苑', '同心圆', '海之情', '邻里亲', '先锋号', '向阳花', '幸福里'];

/** The five levels of party organisations over the areas, parents before children. */
export function generateOrganizations(random: Random, areas: readonly AreaRow[], today: string): OrganizationRow[] {
  const rows: OrganizationRow[] = [];
  const below = new Map<string, AreaRow[]>();
  for (const area of areas) below.set(area.parentCode ?? '', [...(below.get(area.parentCode ?? '') ?? []), area]);
  const children = (area: AreaRow) => below.get(area.code) ?? [];
  const add = (level: OrganizationLevel, area: AreaRow, parentKey: string | null, values: Partial<OrganizationRow>) => {
    const row: OrganizationRow = {
      key: organizationKey(level, area.code),
      level,
      parentKey,
      name: '',
      formation: 'single',
      areaCode: area.code,
      otherAreaCodes: [],
      establishedOn: addDays(today, -random.integer(400, 2400)),
      memberCount: 0,
      brand: null,
      ...values,
    };
    rows.push(row);
    return row;
  };

  const estates = areas.filter((area) => area.level === 'estate');
  const groupsOf = new Map(
    apportion(
      BUILDING_GROUPS,
      estates.map((estate) => children(estate).length),
    ).map((count, index) => [estates[index].code, count]),
  );
  const streets = areas.filter((area) => area.level === 'street');
  for (const street of streets) {
    const committee = add('streetCommittee', street, null, {
      name: `${street.name}党工委`,
      memberCount: random.integer(60, 110),
    });
    for (const community of children(street)) addCommunity(community, committee);
  }
  return rows;

  function addCommunity(community: AreaRow, street: OrganizationRow): void {
    const own = children(community);
    const committee = add('communityCommittee', community, street.key, {
      name: `${community.name}${own.length > 2 ? '党委' : '党总支'}`,
      memberCount: random.integer(90, 260),
      brand: random.chance(0.3) ? `${random.pick(BRANDS)}${community.name.replace('社区', '')}` : null,
    });
    for (const [index, estate] of own.entries()) {
      const formation = random.weighted(BRANCH_FORMATIONS);
      const coversNeighbour = formation === 'joint' || formation === 'integrated';
      const branch = add('estateBranch', estate, committee.key, {
        name: `${estate.name}党支部`,
        formation,
        otherAreaCodes: coversNeighbour ? [own[(index + 1) % own.length].code] : [],
        memberCount: random.integer(18, 75),
        brand: random.chance(0.25) ? random.pick(BRANDS) : null,
      });
      addGroups(estate, branch);
    }
  }

  /** Neighbouring buildings share a group, so that 245 groups reach nearly all buildings. */
  function addGroups(estate: AreaRow, branch: OrganizationRow): void {
    const buildings = children(estate);
    const sizes = apportion(
      buildings.length,
      Array.from({ length: groupsOf.get(estate.code) ?? 1 }, () => 1),
    );
    let first = 0;
    for (const size of sizes) {
      const segment = buildings.slice(first, first + size);
      first += size;
      const covered = segment.filter((_, index) => index === 0 || !random.chance(UNCOVERED_BUILDINGS * 1.8));
      const home = covered[0];
      const last = covered[covered.length - 1];
      const isJoint = covered.length > 1;
      const group = add('buildingGroup', home, branch.key, {
        name: isJoint
          ? `${home.name.replace('号楼', '')}—${last.name.replace(estate.name, '')}联合党小组`
          : `${home.name}党小组`,
        formation: isJoint ? 'joint' : 'single',
        otherAreaCodes: covered.slice(1).map((building) => building.code),
        memberCount: random.integer(3, 7) * covered.length,
      });
      for (const unit of covered.flatMap(children)) {
        if (random.chance(UNITS_WITHOUT_HUB)) continue;
        add('memberHub', unit, group.key, { name: `${unit.name}党员中心户`, memberCount: random.integer(1, 4) });
      }
    }
  }
}

export function organizationKey(level: OrganizationLevel, areaCode: string): string {
  return `${level}/${areaCode}`;
}

/** Whether an organisation is where its level belongs; a guard for the generator's own tests. */
export function standsAtItsLevel(organization: OrganizationRow, areaLevels: ReadonlyMap<string, string>): boolean {
  return areaLevels.get(organization.areaCode) === organizationAreaLevel(organization.level);
}
