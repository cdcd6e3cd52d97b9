import { distinct, keyOf, type Scope, type TransitionContext } from '@hongxin/plugin-foundation';
import { IDENTITY_HASH, IDENTITY_NUMBER } from '@hongxin/plugin-governance';
import type { Model } from '@nocobase/database';
import { completePerson, personsById } from '../common/persons';
import { lockPersons } from '../year-feedbacks/year-lock';
import { rollsOfPersons } from './rolls';

/** Who is accepted together: locked, looked up and read at once. */
export async function foreseePersons(records: readonly Model[], scope: Scope): Promise<void> {
  const keys = distinct(records.map((record) => keyOf(record, 'personId')));
  await lockPersons(keys, scope);
  await rollsOfPersons(keys, scope);
  await personsById(keys, scope);
}

/** What the community has accepted is known of the person from now on, and not asked again. */
export async function knowPerson({ db, record, transaction }: TransitionContext): Promise<void> {
  const personId = keyOf(record, 'personId');
  if (personId === null) return;
  const facts = {
    phone: record.get('phone'),
    areaId: record.get('homeAreaId'),
    doorNumber: record.get('doorNumber'),
    identityNumber: record.get(IDENTITY_NUMBER),
    identityHash: record.get(IDENTITY_HASH),
  };
  await completePerson(personId, facts, { db, transaction });
}
