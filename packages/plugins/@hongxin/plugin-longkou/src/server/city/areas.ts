import { type AreaLevel } from '@hongxin/rules/mechanism';
import { nextFreeChildCode } from '@hongxin/rules/governance';
import { CITY, FEATURE_NAMES, STREETS, type CommunityPlace } from './places';
import type { Random } from './random';
import type { AreaRow, EstateType } from './types';

/** Buildings per estate, units per building and households per unit, by type of estate; both bounds included. */
const SHAPES: Readonly<Record<EstateType, { buildings: Range; units: Range; households: Range }>> = {
  old: { buildings: [4, 7], units: [2, 4], households: [10, 14] },
  new: { buildings: [4, 8], units: [1, 2], households: [22, 36] },
  migratory: { buildings: [3, 6], units: [1, 2], households: [18, 30] },
};
type Range = readonly [min: number, max: number];

/** Featured buildings in the whole city [seed]. */
const FEATURED_BUILDINGS = 45;
const ESTATE_TYPES: readonly EstateType[] = ['old', 'new', 'migratory'];

/** The whole tree, parents before children. */
export function generateAreas(random: Random): AreaRow[] {
  const tree = new AreaTree(random);
  const city = tree.add(null, 'city', CITY.name, { code: CITY.code });
  for (const street of STREETS) {
    const streetRow = tree.add(city, 'street', street.name, { code: street.code });
    for (const community of street.communities) addCommunity(tree, streetRow, community);
  }
  tree.sumHouseholds();
  featureBuildings(tree.rows, random.fork('featured'));
  return tree.rows;
}

function addCommunity(tree: AreaTree, street: AreaRow, place: CommunityPlace): void {
  const community = tree.add(street, 'community', `${place.name}社区`);
  for (const estateType of ESTATE_TYPES) {
    for (const name of place[estateType] ?? []) addEstate(tree, community, name, estateType);
  }
}

function addEstate(tree: AreaTree, community: AreaRow, name: string, estateType: EstateType): void {
  const { random } = tree;
  const shape = SHAPES[estateType];
  const address = `${CITY.name}${community.name.replace('社区', '路')}${random.integer(1, 188)}号`;
  const estate = tree.add(community, 'estate', name, { estateType, address });
  const buildings = random.integer(...shape.buildings);
  for (let building = 1; building <= buildings; building += 1) {
    // A table shows an area by its name alone, so buildings and units carry the estate's.
    const buildingRow = tree.add(estate, 'building', `${name}${building}号楼`, {
      address: `${address}${building}号楼`,
    });
    const units = random.integer(...shape.units);
    for (let unit = 1; unit <= units; unit += 1) {
      const householdCount = Math.round(random.integer(...shape.households) / 2) * 2;
      tree.add(buildingRow, 'unit', `${buildingRow.name}${unit}单元`, { householdCount });
    }
  }
}

function featureBuildings(rows: readonly AreaRow[], random: Random): void {
  const buildings = rows.filter((row) => row.level === 'building');
  // 府东's first building is the sunflower building of the programme's article [seed].
  const sunflower = buildings.find((row) => row.name.startsWith('府东一区'));
  const others = random.sample(
    buildings.filter((row) => row !== sunflower),
    FEATURED_BUILDINGS - (sunflower ? 1 : 0),
  );
  [...(sunflower ? [sunflower] : []), ...others].forEach((row, index) => {
    row.featured = true;
    row.featureName = FEATURE_NAMES[index % FEATURE_NAMES.length];
  });
}

class AreaTree {
  readonly rows: AreaRow[] = [];
  private readonly childCodes = new Map<string, string[]>();

  constructor(readonly random: Random) {}

  add(parent: AreaRow | null, level: AreaLevel, name: string, values: Partial<AreaRow> = {}): AreaRow {
    const row: AreaRow = {
      level,
      name,
      parentCode: parent?.code ?? null,
      estateType: null,
      householdCount: 0,
      address: null,
      featured: false,
      featureName: null,
      ...values,
      code: values.code ?? this.nextCode(parent),
    };
    this.rows.push(row);
    if (parent) this.childCodes.set(parent.code, [...(this.childCodes.get(parent.code) ?? []), row.code]);
    return row;
  }

  /** Households are counted per unit; every area above holds the sum. */
  sumHouseholds(): void {
    const byCode = new Map(this.rows.map((row) => [row.code, row]));
    for (const row of [...this.rows].reverse()) {
      const parent = row.parentCode === null ? undefined : byCode.get(row.parentCode);
      if (parent) parent.householdCount += row.householdCount;
    }
  }

  private nextCode(parent: AreaRow | null): string {
    const next = nextFreeChildCode(parent?.code ?? '', parent ? (this.childCodes.get(parent.code) ?? []) : []);
    if (!next.ok) throw new Error(`no code below ${parent?.name ?? 'nothing'}: ${JSON.stringify(next.reasons)}`);
    return next.code;
  }
}
