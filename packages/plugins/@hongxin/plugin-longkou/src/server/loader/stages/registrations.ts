import { PRIVACY_NOTICE } from '@hongxin/plugin-registration';
import { foundationOf } from '@hongxin/plugin-foundation';
import type { City, RegistrationRow, RegistrationStep } from '../../city/types';
import { insertRows } from '../bulk-insert';
import type { Stage, StageContext } from '../stage';

const COLLECTION = 'hxMemberRegistrations';

/** Whose office a step is, where a demo account holds it; elsewhere the system acts for nobody in particular. */
const ON_BEHALF_OF: Readonly<Record<string, 'owner' | 'liaison' | 'community'>> = {
  submit: 'owner',
  confirm: 'liaison',
  accept: 'community',
  enroll: 'community',
  return: 'community',
  transfer: 'community',
  cancel: 'community',
};

/**
 * One stage per community, so that a load which was cut short goes on where it stopped. Every registration starts as
 * a draft and goes its way by transitions, with their checks, effects and events, dated as they would have happened.
 */
export function registrationStages(city: City): Stage[] {
  return city.areas
    .filter((area) => area.level === 'community')
    .map((community) => ({
      name: `registrations/${community.code}`,
      title: `党员报到 ${community.name}`,
      async load(context) {
        const registrations = context.city.registrations.filter(({ areaCode }) => areaCode === community.code);
        const drafts = await Promise.all(registrations.map((registration) => draftOf(registration, context)));
        const ids = await insertRows(context.app.db, COLLECTION, drafts, context.transaction);
        for (const [index, registration] of registrations.entries()) {
          for (const step of registration.steps) await perform(ids[index], registration, step, context);
        }
        return registrations.length;
      },
    }));
}

async function draftOf(
  registration: RegistrationRow,
  { city, references }: StageContext,
): Promise<Record<string, unknown>> {
  const person = city.persons.find(({ key }) => key === registration.personKey);
  if (!person) throw new Error(`a registration has no person: ${registration.personKey}`);
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
  context: StageContext,
): Promise<void> {
  const { app, transaction, references } = context;
  const target = transition === 'transfer' ? registration.transferToAreaCode : null;
  await foundationOf(app).transitions.perform({
    collection: COLLECTION,
    recordId,
    transition,
    opinion,
    values: target === null ? values : { ...values, transferToAreaId: await references.area(target) },
    actor: { userId: null, roles: [], onBehalfOfId: await onBehalfOf(transition, registration, context) },
    transaction,
    now: new Date(at),
  });
}

async function onBehalfOf(
  transition: string,
  registration: RegistrationRow,
  { city, references }: StageContext,
): Promise<number | null> {
  const username = {
    owner: () => city.persons.find(({ key }) => key === registration.personKey)?.username,
    liaison: () => city.workUnits.find(({ key }) => key === registration.workUnitKey)?.liaison,
    community: () => {
      const post = city.posts.find(
        ({ postType, areaCode, endsOn }) =>
          postType === 'communitySecretary' && areaCode === registration.areaCode && String(endsOn) >= city.today,
      );
      return city.persons.find(({ key }) => key === post?.personKey)?.username;
    },
  }[ON_BEHALF_OF[transition]]();
  return username ? Number(await references.user(username)) : null;
}
