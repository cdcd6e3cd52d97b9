import { isWithinArea } from '@hongxin/rules/mechanism';
import type { City, RegistrationRow, UnitRegistrationRow } from './types';

/**
 * Part of the city: some communities with everything in them and all that is above them. For tests and for small
 * machines; every reference inside the excerpt still finds its target.
 * @param communityCodes codes of the communities to keep
 * @param perState registrations to keep per community and state
 */
export function excerptCity(city: City, communityCodes: readonly string[], perState = Infinity): City {
  const isKept = (code: string) =>
    communityCodes.some((community) => isWithinArea(code, community) || isWithinArea(community, code));
  const areas = city.areas.filter((area) => isKept(area.code));
  const codes = new Set(areas.map((area) => area.code));
  const organizations = city.organizations
    .filter((organization) => codes.has(organization.areaCode))
    .map((organization) => ({
      ...organization,
      otherAreaCodes: organization.otherAreaCodes.filter((code) => codes.has(code)),
    }));
  const persons = city.persons.filter((person) => codes.has(person.areaCode));
  const personKeys = new Set(persons.map((person) => person.key));
  const demoKeys = new Set(persons.filter((person) => person.username !== null).map((person) => person.key));
  const kept = city.registrations
    .filter((registration) => personKeys.has(registration.personKey))
    .map((registration) => withKeptTarget(registration, communityCodes));
  const registrations = thinned(kept, perState, demoKeys);
  const employers = new Set(registrations.map((registration) => registration.workUnitKey));
  return {
    today: city.today,
    areas,
    organizations,
    workUnits: city.workUnits
      .filter((unit) => employers.has(unit.key) || unit.liaison !== null)
      .map((unit) => (codes.has(unit.areaCode) ? unit : { ...unit, areaCode: communityCodes[0] })),
    persons,
    posts: city.posts.filter((post) => codes.has(post.areaCode) && personKeys.has(post.personKey)),
    households: city.households.filter((household) => codes.has(household.areaCode)),
    registrations,
    unitRegistrations: city.unitRegistrations
      .filter(({ workUnitKey, areaCode }) => employers.has(workUnitKey) && communityCodes.includes(areaCode))
      .map((row) => withKeptTarget(row, communityCodes)),
  };
}

/** Whose new community is not kept stays on the roll of the old one. */
function withKeptTarget<Row extends RegistrationRow | UnitRegistrationRow>(
  registration: Row,
  communityCodes: readonly string[],
): Row {
  const { transferToAreaCode, steps } = registration;
  if (transferToAreaCode === null || communityCodes.includes(transferToAreaCode)) return registration;
  return { ...registration, state: 'onRoll', transferToAreaCode: null, steps: steps.slice(0, -1) };
}

/** The first `count` of each state in each community, and those of the demo accounts. */
function thinned(
  registrations: readonly RegistrationRow[],
  count: number,
  demoKeys: ReadonlySet<string>,
): RegistrationRow[] {
  const seen = new Map<string, number>();
  return registrations.filter(({ areaCode, state, personKey }) => {
    const key = `${areaCode}/${state}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return demoKeys.has(personKey) || Number(seen.get(key)) <= count;
  });
}
