import { HUB_HOUSEHOLDS } from '@hongxin/rules/governance';
import type { FictitiousPhones } from './fictitious-phone';
import { personName } from './person-names';
import type { Random, Weighted } from './random';
import type { HouseholdRow, OrganizationRow } from './types';

/** Most hubs contact five to ten households [seed]; a few are outside on purpose, for the list of coverage gaps. */
const HOUSEHOLDS_PER_HUB: Weighted<number> = [
  [HUB_HOUSEHOLDS.min - 2, 1],
  [HUB_HOUSEHOLDS.min - 1, 1],
  [5, 16],
  [6, 26],
  [7, 22],
  [8, 18],
  [9, 9],
  [HUB_HOUSEHOLDS.max, 6],
  [HUB_HOUSEHOLDS.max + 2, 1],
];
const HOUSEHOLD_SIZES: Weighted<number> = [
  [1, 18],
  [2, 30],
  [3, 34],
  [4, 13],
  [5, 5],
];
const CARE: Weighted<string> = [
  ['elderlyAlone', 40],
  ['disabled', 12],
  ['seriousIllness', 10],
  ['lowIncome', 14],
  ['leftBehindChild', 6],
  ['militaryFamily', 18],
];

/** The households each member hub keeps in touch with. */
export function generateHouseholds(
  random: Random,
  organizations: readonly OrganizationRow[],
  phones: FictitiousPhones,
  today: string,
): HouseholdRow[] {
  const year = Number(today.slice(0, 4));
  return organizations
    .filter((organization) => organization.level === 'memberHub')
    .flatMap((hub) => {
      const count = random.weighted(HOUSEHOLDS_PER_HUB);
      return Array.from({ length: count }, (_, index) => {
        const memberCount = random.weighted(HOUSEHOLD_SIZES);
        const isElderly = memberCount <= 2 && random.chance(0.35);
        const birthYear = year - (isElderly ? random.integer(62, 88) : random.integer(27, 61));
        return {
          organizationKey: hub.key,
          areaCode: hub.areaCode,
          doorNumber: `${Math.floor(index / 2) + 1}0${(index % 2) + 1}室`,
          headName: personName(random, random.chance(0.62) ? 'male' : 'female', birthYear),
          phone: phones.next(),
          memberCount,
          careTags:
            isElderly && memberCount === 1 ? ['elderlyAlone'] : random.chance(0.06) ? [random.weighted(CARE)] : [],
        };
      });
    });
}
