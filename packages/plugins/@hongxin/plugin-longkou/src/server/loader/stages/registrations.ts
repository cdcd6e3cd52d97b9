import { foundationOf } from '@hongxin/plugin-foundation';
import { PRIVACY_NOTICE } from '@hongxin/plugin-registration';
import type { City, RegistrationRow, RegistrationStep } from '../../city/types';
import { insertRows } from '../bulk-insert';
import type { Stage, StageContext } from '../stage';
import { Directory } from './registration-directory';

const COLLECTION = 'hxMemberRegistrations';

/**
 * One stage per community, so that a load which was cut short goes on where it stopped. Every registration starts as
 * a draft and goes its way by transitions, with their checks, effects and events, dated as they would have happened.
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
        for (const [index, registration] of registrations.entries()) {
          for (const step of registration.steps) await perform(ids[index], registration, step, directory, context);
        }
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

async function perform(
  recordId: string,
  registration: RegistrationRow,
  { transition, at, opinion, values }: RegistrationStep,
  directory: Directory,
  { app, transaction, references }: StageContext,
): Promise<void> {
  const target = transition === 'transfer' ? registration.transferToAreaCode : null;
  const username = directory.actorOf(transition, registration);
  await foundationOf(app).transitions.perform({
    collection: COLLECTION,
    recordId,
    transition,
    opinion,
    values: target === null ? values : { ...values, transferToAreaId: await references.area(target) },
    actor: {
      userId: null,
      roles: [],
      onBehalfOfId: username === null ? null : Number(await references.user(username)),
    },
    transaction,
    now: new Date(at),
  });
}
