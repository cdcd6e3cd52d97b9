import { checkCreditCode, checkMobile, parseAreaCode } from '@hongxin/rules/mechanism';
import {
  checkTerm,
  organizationAreaLevel,
  parentOrganizationLevel,
  PROGRAMME_FIGURES,
} from '@hongxin/rules/governance';
import { DEMO_ACCOUNTS } from '../accounts';
import { FICTITIOUS_PREFIX } from '../city/fictitious-phone';
import { excerptCity } from '../city/excerpt';
import { generateCity } from '../city/generate-city';
import { POST_PLANS } from '../city/post-types';

const TODAY = '2026-11-24';
const city = generateCity(TODAY);

function countBy<T>(rows: readonly T[], key: (row: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
}

it('is the same city at every run', () => {
  expect(generateCity(TODAY)).toEqual(city);
});

it('has the counts of the programme', () => {
  const areas = countBy(city.areas, (area) => area.level);
  const organizations = countBy(city.organizations, (organization) => organization.level);
  expect(areas).toMatchObject({
    city: 1,
    street: PROGRAMME_FIGURES.streets.value,
    community: PROGRAMME_FIGURES.communities.value,
  });
  expect(organizations).toMatchObject({
    streetCommittee: 5,
    communityCommittee: 39,
    estateBranch: PROGRAMME_FIGURES.estateBranches.value,
    buildingGroup: PROGRAMME_FIGURES.buildingGroups.value,
  });
  expect(areas.building).toBeGreaterThanOrEqual(organizations.buildingGroup);
  expect(city.areas.filter((area) => area.featured)).toHaveLength(PROGRAMME_FIGURES.featuredBuildings.value);
  expect(
    new Set(city.persons.filter((person) => person.stewardCategory).map((person) => person.key)).size,
  ).toBeGreaterThanOrEqual(350);
  expect(city.workUnits).toHaveLength(150);
  const onRoll = city.registrations.filter(({ state }) => state === 'onRoll' || state === 'accepted').length;
  expect(onRoll).toBeGreaterThan(3850);
  expect(onRoll).toBeLessThan(PROGRAMME_FIGURES.inServiceMembers.value);
});

it('has registrations in every state of the process, most of them on the roll', () => {
  const states = countBy(city.registrations, (registration) => registration.state);
  expect(Object.keys(states).sort()).toEqual(
    ['accepted', 'cancelled', 'draft', 'onRoll', 'returned', 'submitted', 'transferred', 'unitConfirmed'].sort(),
  );
  expect(states.onRoll / city.registrations.length).toBeGreaterThan(0.9);
});

it('has unit registrations in every state, most units on the roll of the community of their seat', () => {
  const states = countBy(city.unitRegistrations, (registration) => registration.state);
  expect(Object.keys(states).sort()).toEqual(
    ['accepted', 'cancelled', 'draft', 'onRoll', 'returned', 'submitted', 'transferred'].sort(),
  );
  expect(states.onRoll).toBeGreaterThan(100);
  const last = city.unitRegistrations
    .flatMap(({ steps }) => steps.map(({ at }) => at))
    .sort()
    .at(-1);
  expect(String(last) < TODAY).toBe(true);
});

it('uses codes that the rules accept, each once, below its parent', () => {
  const codes = new Set(city.areas.map((area) => area.code));
  expect(codes.size).toBe(city.areas.length);
  const misplaced = city.areas.filter(({ code, level, parentCode }) => {
    const parsed = parseAreaCode(code);
    return (
      !parsed.ok ||
      parsed.level !== level ||
      parsed.parent !== parentCode ||
      !(parentCode === null || codes.has(parentCode))
    );
  });
  expect(misplaced).toEqual([]);
  for (const unit of city.workUnits) expect(checkCreditCode(unit.creditCode)).toEqual({ ok: true });
  expect(new Set(city.workUnits.map((unit) => unit.creditCode)).size).toBe(city.workUnits.length);
});

it('gives everybody a phone number of their own that belongs to nobody', () => {
  const phones = [...city.persons, ...city.households].map((row) => row.phone);
  expect(new Set(phones).size).toBe(phones.length);
  expect(phones.filter((phone) => !phone.startsWith(FICTITIOUS_PREFIX) || !checkMobile(phone).ok)).toEqual([]);
});

it('puts every organisation one level below its parent, at an area of its level', () => {
  const levels = new Map(city.areas.map((area) => [area.code, area.level]));
  const organizations = new Map(city.organizations.map((organization) => [organization.key, organization]));
  expect(organizations.size).toBe(city.organizations.length);
  const misplaced = city.organizations.filter(({ level, areaCode, parentKey }) => {
    const parent = parentKey === null ? null : organizations.get(parentKey);
    return (
      levels.get(areaCode) !== organizationAreaLevel(level) ||
      (parent?.level ?? null) !== parentOrganizationLevel(level)
    );
  });
  expect(misplaced).toEqual([]);
});

it('fills a single seat once at a time, with terms that are valid, some expired and a few seats vacant', () => {
  const levels = new Map(city.areas.map((area) => [area.code, area.level]));
  const seats = new Map<string, { startsOn: string; endsOn: string | null }[]>();
  const single = new Set([
    'streetSecretary',
    'communitySecretary',
    'estateSecretary',
    'groupLeader',
    'buildingHead',
    'unitHead',
  ]);
  expect(
    city.posts.filter((post) => !checkTerm(post).ok || levels.get(post.areaCode) !== POST_PLANS[post.postType].level),
  ).toEqual([]);
  for (const post of city.posts) {
    if (!single.has(post.postType)) continue;
    const seat = `${post.postType}:${post.areaCode}`;
    seats.set(seat, [...(seats.get(seat) ?? []), post]);
  }
  let expired = 0;
  for (const terms of seats.values()) {
    terms.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    terms.forEach((term, index) => index > 0 && expect(String(terms[index - 1].endsOn) < term.startsOn).toBe(true));
    if (String(terms[terms.length - 1].endsOn) < TODAY) expired += 1;
  }
  expect(expired).toBeGreaterThan(10);
  expect(expired).toBeLessThan(60);
  const buildings = city.areas.filter((area) => area.level === 'building').length;
  const headed = [...seats.keys()].filter((seat) => seat.startsWith('buildingHead')).length;
  expect(headed).toBeLessThan(buildings);
  expect(headed).toBeGreaterThan(buildings * 0.95);
});

it('leaves a few hubs outside five to ten households', () => {
  const counts = Object.values(countBy(city.households, (household) => household.organizationKey));
  const outside = counts.filter((count) => count < 5 || count > 10).length;
  expect(outside).toBeGreaterThan(0);
  expect(outside / counts.length).toBeLessThan(0.06);
});

it('lets no step of a registration lie in the future or before the one ahead of it', () => {
  const end = Date.parse(`${TODAY}T00:00:00+08:00`);
  const disordered = city.registrations.filter(({ draftedAt, steps }) => {
    const times = [draftedAt, ...steps.map((step) => step.at)].map((at) => Date.parse(at));
    return times.some((time, index) => time >= end || (index > 0 && time <= times[index - 1]));
  });
  expect(disordered).toEqual([]);
});

it('keeps every reference and the demo accounts inside an excerpt', () => {
  const part = excerptCity(city, ['370681001001', '370681002001']);
  const has = (rows: readonly { key: string }[]) => new Set(rows.map((row) => row.key));
  const [persons, organizations, units] = [has(part.persons), has(part.organizations), has(part.workUnits)];
  expect(
    part.posts.filter(
      (post) =>
        !persons.has(post.personKey) || (post.organizationKey !== null && !organizations.has(post.organizationKey)),
    ),
  ).toEqual([]);
  expect(part.registrations.filter((row) => !persons.has(row.personKey) || !units.has(row.workUnitKey))).toEqual([]);
  const linked = part.persons.map((person) => person.username).filter(Boolean);
  expect(linked.sort()).toEqual(
    [
      'demo-building',
      'demo-city',
      'demo-community',
      'demo-community2',
      'demo-estate',
      'demo-member',
      'demo-member2',
      'demo-street',
    ].sort(),
  );
  expect(DEMO_ACCOUNTS.map((account) => account.username)).toEqual(expect.arrayContaining(linked));
});
