import { generateAreas } from './areas';
import { generateCadres } from './cadres';
import { FictitiousPhones } from './fictitious-phone';
import { generateHouseholds } from './households';
import { generateMembers } from './members';
import { generateOrganizations } from './organizations';
import { Population } from './population';
import { Offices } from './posts';
import { Random } from './random';
import { generateRegistrations } from './registrations';
import type { City } from './types';
import { generateUnitRegistrations } from './unit-registrations';
import { generateWorkUnits } from './work-units';

/** The city's own digits are the seed: there is one demo city. */
const SEED = 370681;

/**
 * The demo city at the programme's scale, the same for the same day.
 * @param today ISO day the terms and dates are relative to
 */
export function generateCity(today: string): City {
  const random = new Random(SEED);
  const phones = new FictitiousPhones();
  const areas = generateAreas(random.fork('areas'));
  const organizations = generateOrganizations(random.fork('organizations'), areas, today);
  const population = new Population(random.fork('population'), phones, today);
  const offices = new Offices(random.fork('offices'), today);
  generateCadres({ random: random.fork('cadres'), areas, organizations, population, offices });
  const workUnits = generateWorkUnits(random.fork('work-units'), areas, phones);
  const members = generateMembers(random.fork('members'), areas, organizations, workUnits, population);
  const communityCodes = areas.filter((area) => area.level === 'community').map((area) => area.code);
  const registrations = generateRegistrations(random.fork('registrations'), members, communityCodes, today);
  const unitRegistrations = generateUnitRegistrations(
    random.fork('unit-registrations'),
    workUnits,
    communityCodes,
    today,
  );
  const households = generateHouseholds(random.fork('households'), organizations, phones, today);
  return {
    today,
    areas,
    organizations,
    workUnits,
    persons: population.persons,
    posts: offices.posts,
    households,
    registrations,
    unitRegistrations,
  };
}
