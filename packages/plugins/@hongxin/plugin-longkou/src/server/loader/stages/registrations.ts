import { foundationOf, type PerformItem } from '@hongxin/plugin-foundation';
import { PRIVACY_NOTICE } from '@hongxin/plugin-registration';
import type { City, RegistrationRow } from '../../city/types';
import { insertRows } from '../bulk-insert';
import type { Stage, StageContext } from '../stage';
import { Directory } from './registration-directory';

const COLLECTION = 'hxMemberRegistrations';

/** The transitions in the order in which every registration of the city takes them, each at most once. */
const IN_ORDER = ['submit', 'return', 'confirm', 'accept', 'enroll', 'transfer', 'cancel'];

interface Walk {
  recordId: string;
  registration: RegistrationRow;
}

/**
 * One stage per community, so that a load which was cut short goes on where it stopped. Every registration starts as
 * a draft and goes its way by transitions, with their checks, effects and events, dated as they would have happened;
 * the registrations of a community take each step together.
 */
export function registrationStages(city: City): Stage[] {
  const directory = new Directory(city);
  return city.areas
    .filter((area) => area.level === 'community')
    .map((community) => ({
      name: `registrations/${community.code}`,
      title: '党员报到',
      async load(context) {
        const registrations = city.registrations.filter(({ areaCode }) => areaCode === community.code);
        const drafts = await Promise.all(registrations.map((each) => draftOf(each, directory, context)));
        const ids = await insertRows(context.app.db, COLLECTION, drafts, context.transaction);
        const walks = registrations.map((registration, index) => ({ recordId: ids[index], registration }));
        for (const transition of IN_ORDER) await performAll(transition, walks, directory, context);
        return registrations.length;
      },
    }));
}

async function draftOf(
  registration: RegistrationRow,
  directory: Directory,
  { references }: StageContext,
): Promise<Record<string, unknown>> {
  const person = directory.person(registration.personKey);
  const { position, doorNumber, skills, serviceIntentions, availableTimes, draftedAt } = registration;
  return {
    personId: await references.person(registration.personKey),
    ownerId: person.username === null ? null : await references.user(person.username),
    personName: person.name,
    phone: person.phone,
    unitId: await references.workUnit(registration.workUnitKey),
    homeAreaId: await references.area(registration.homeAreaCode),
    position,
    doorNumber,
    skills,
    serviceIntentions,
    availableTimes,
    consentVersion: PRIVACY_NOTICE.version,
    createdAt: draftedAt,
  };
}

/** One transition of all the registrations that take it, in the order in which they were made. */
async function performAll(
  transition: string,
  walks: readonly Walk[],
  directory: Directory,
  { app, transaction, references }: StageContext,
): Promise<void> {
  const taking = walks.flatMap((walk) => {
    const step = walk.registration.steps.find((each) => each.transition === transition);
    return step ? [{ ...walk, step }] : [];
  });
  const items: PerformItem[] = await Promise.all(
    taking.map(async ({ recordId, registration, step: { at, opinion, values } }) => {
      const target = transition === 'transfer' ? registration.transferToAreaCode : null;
      const username = directory.actorOf(transition, registration);
      const onBehalfOfId = username === null ? null : Number(await references.user(username));
      return {
        recordId,
        opinion,
        values: target === null ? values : { ...values, transferToAreaId: await references.area(target) },
        actor: { userId: null, roles: [], onBehalfOfId },
        now: new Date(at),
      };
    }),
  );
  await foundationOf(app).transitions.performMany({ collection: COLLECTION, transition, items, transaction });
}
