import { STEWARD_CATEGORIES, BASIC_SERVICES, VISIT_DUTIES } from '@hongxin/rules/governance';
import { CITY } from './places';
import { organizationKey } from './organizations';
import type { Population } from './population';
import type { Offices, Seat } from './posts';
import type { Random, Weighted } from './random';
import type { AreaRow, OrganizationRow, PersonRow } from './types';

/** Stewards in the whole city [seed: 350 and more]. */
const STEWARDS = 356;
const CITY_ADMINISTRATORS = 3;
const WORKERS_PER_COMMUNITY = 4;
/** Seats nobody holds: what the list of coverage gaps is for. */
const VACANT = 0.025;
const HAS_PREDECESSOR = 0.1;

/** From whom the heads of units are found, besides the fixed kinds. */
const UNIT_HEAD_KINDS: Weighted<string> = [
  ['retiredMember', 55],
  ['inServiceMember', 20],
  ['buildingHead', 15],
  ['ownersCommitteeHead', 6],
  ['propertyManager', 4],
];

interface CadresOfCity {
  random: Random;
  areas: readonly AreaRow[];
  organizations: readonly OrganizationRow[];
  population: Population;
  offices: Offices;
}

/** Fills the posts from city to unit. */
export function generateCadres({ random, areas, organizations, population, offices }: CadresOfCity): void {
  const organizationByKey = new Map(organizations.map((organization) => [organization.key, organization]));
  const of = (level: OrganizationRow['level'], area: AreaRow) =>
    organizationByKey.get(organizationKey(level, area.code)) ?? null;
  const at = (level: AreaRow['level']) => areas.filter((area) => area.level === level);
  const units = at('unit');
  const homeIn = (area: AreaRow) => random.pick(units.filter((unit) => unit.code.startsWith(area.code)));
  const demo = demoPlaces(areas, organizations);

  const seat = (person: PersonRow, place: Seat, username?: string) => {
    if (username) population.giveAccount(person, username);
    const post = offices.appoint(person, { ...place, isCertain: username !== undefined });
    if (random.chance(HAS_PREDECESSOR)) {
      const former = population.settle(homeIn(areas.find((area) => area.code === place.areaCode) ?? areas[0]), {
        ages: [50, 76],
        isMember: true,
      });
      offices.precede(former, place, post);
    }
  };

  for (let count = 0; count < CITY_ADMINISTRATORS; count += 1) {
    // The demo city administrator and street secretary live in 锦里, so that an excerpt of it has them.
    const person = population.settle(count === 0 ? homeIn(demo.community) : random.pick(units), {
      ages: [32, 50],
      isMember: true,
    });
    seat(
      person,
      { postType: 'cityAdministrator', areaCode: CITY.code, organization: null },
      count === 0 ? 'demo-city' : undefined,
    );
  }
  for (const street of at('street')) {
    const home = homeIn(demo.usernameOf(street) ? demo.community : street);
    const person = population.settle(home, { ages: [40, 54], isMember: true });
    seat(
      person,
      { postType: 'streetSecretary', areaCode: street.code, organization: of('streetCommittee', street) },
      demo.usernameOf(street),
    );
  }
  for (const community of at('community')) {
    const organization = of('communityCommittee', community);
    const secretary = population.settle(homeIn(community), { ages: [34, 56], isMember: true });
    seat(
      secretary,
      { postType: 'communitySecretary', areaCode: community.code, organization },
      demo.usernameOf(community),
    );
    for (let worker = 0; worker < WORKERS_PER_COMMUNITY; worker += 1) {
      const person = population.settle(homeIn(community), {
        ages: [24, 48],
        isMember: random.chance(0.6),
        governingKind: 'communityWorker',
      });
      seat(person, { postType: 'communityWorker', areaCode: community.code, organization });
    }
  }
  for (const estate of at('estate')) fillEstate(estate);
  fillGroups();
  for (const unit of units) fillUnit(unit);
  appointStewards();

  function fillEstate(estate: AreaRow): void {
    const organization = of('estateBranch', estate);
    const secretary = population.settle(homeIn(estate), {
      ages: [45, 70],
      isMember: true,
      governingKind: 'retiredMember',
    });
    seat(secretary, { postType: 'estateSecretary', areaCode: estate.code, organization }, demo.usernameOf(estate));
    if (!random.chance(VACANT)) {
      const gridHead = population.settle(homeIn(estate), {
        ages: [26, 58],
        isMember: random.chance(0.7),
        governingKind: 'gridHead',
      });
      const duties = random.sample(
        VISIT_DUTIES.map((duty) => duty.code),
        6,
      );
      seat(gridHead, { postType: 'gridHead', areaCode: estate.code, organization, duties });
    }
    // The branch secretary usually calls the council; else a resident whom people trust does.
    const convener = random.chance(0.7)
      ? secretary
      : population.settle(homeIn(estate), {
          ages: [40, 68],
          isMember: random.chance(0.5),
          governingKind: 'ownersCommitteeHead',
        });
    seat(convener, { postType: 'councilConvener', areaCode: estate.code, organization: null });
  }

  /** A group's head usually heads the building they live in, too. */
  function fillGroups(): void {
    const headed = new Map<string, PersonRow>();
    for (const group of organizations.filter((organization) => organization.level === 'buildingGroup')) {
      const building = areas.find((area) => area.code === group.areaCode);
      if (!building || (group.key !== demo.groupKey && random.chance(VACANT))) continue;
      const head = population.settle(homeIn(building), {
        ages: [48, 72],
        isMember: true,
        governingKind: 'buildingHead',
      });
      seat(
        head,
        { postType: 'groupLeader', areaCode: building.code, organization: group },
        group.key === demo.groupKey ? 'demo-building' : undefined,
      );
      if (random.chance(0.75)) headed.set(building.code, head);
    }
    for (const building of at('building')) {
      if (random.chance(VACANT)) continue;
      const head =
        headed.get(building.code) ??
        population.settle(homeIn(building), {
          ages: [45, 74],
          isMember: random.chance(0.75),
          governingKind: 'buildingHead',
        });
      seat(head, { postType: 'buildingHead', areaCode: building.code, organization: of('buildingGroup', building) });
    }
  }

  /** The head of a unit is its member hub household, so units without a hub have none. */
  function fillUnit(unit: AreaRow): void {
    const hub = of('memberHub', unit);
    if (!hub || random.chance(VACANT)) return;
    const person = population.settle(unit, {
      ages: [42, 74],
      isMember: true,
      governingKind: random.weighted(UNIT_HEAD_KINDS),
    });
    seat(person, { postType: 'unitHead', areaCode: unit.code, organization: hub });
  }

  /** Every estate has some, each at home in one of its buildings. */
  function appointStewards(): void {
    const estates = at('estate');
    for (let count = 0; count < STEWARDS; count += 1) {
      const estate = estates[count % estates.length];
      const building = random.pick(at('building').filter((each) => each.parentCode === estate.code));
      const category = random.pick(STEWARD_CATEGORIES);
      const person = population.settle(homeIn(building), {
        ages: category.group === 'fiveOld' ? [60, 76] : [22, 40],
        isMember: category.code === 'oldMember' || random.chance(0.45),
        stewardCategory: category.code,
        skills: random.integer(1, 3),
      });
      const services = random.sample(
        BASIC_SERVICES.map((service) => service.code),
        random.integer(2, 4),
      );
      seat(person, {
        postType: 'steward',
        areaCode: building.code,
        organization: of('buildingGroup', building),
        services,
      });
    }
  }
}

/** Where the demo accounts hold their posts; each lies inside the one before. */
function demoPlaces(areas: readonly AreaRow[], organizations: readonly OrganizationRow[]) {
  const usernames: Readonly<Record<string, string>> = {
    东莱街道: 'demo-street',
    锦里社区: 'demo-community',
    润新社区: 'demo-community2',
    锦里7号小区: 'demo-estate',
  };
  const estate = areas.find((area) => area.name === '锦里7号小区');
  const group = organizations.find(
    (organization) => organization.level === 'buildingGroup' && organization.areaCode.startsWith(estate?.code ?? '?'),
  );
  const community = areas.find((area) => area.name === '锦里社区');
  if (!estate || !group || !community) throw new Error('the places of the demo accounts are missing');
  return {
    community,
    groupKey: group.key,
    usernameOf: (area: AreaRow): string | undefined => usernames[area.name],
  };
}
