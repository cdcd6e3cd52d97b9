import { isWithinArea } from '@hongxin/rules';
import type { City, RegistrationRow } from './types';

/**
 * Part of the city: some communities with everything in them and all that is above them. For tests and for small
 * machines; every reference inside the excerpt still finds its target.
 * @param communityCodes codes of the communities to keep
 */
export function excerptCity(city: City, communityCodes: readonly string[]): City {
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
  const registrations = city.registrations
    .filter((registration) => personKeys.has(registration.personKey))
    .map((registration) => ({ ...registration, transferToAreaCode: keptTarget(registration, communityCodes) }));
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
  };
}

/** Who moved to a community that is not kept moves to one that is. */
function keptTarget(
  { areaCode, transferToAreaCode }: RegistrationRow,
  communityCodes: readonly string[],
): string | null {
  if (transferToAreaCode === null || communityCodes.includes(transferToAreaCode)) return transferToAreaCode;
  const other = communityCodes.find((code) => code !== areaCode);
  if (!other) throw new RangeError('an excerpt needs two communities: members move from one to the other');
  return other;
}
