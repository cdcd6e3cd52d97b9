import { type TransitionContext, keyOf } from '@hongxin/plugin-foundation';
import { IDENTITY_HASH, IDENTITY_NUMBER } from '@hongxin/plugin-governance';
import { completePerson } from '../common/persons';

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
