import { reasonsOf, type Reason } from '@hongxin/rules/mechanism';
import { checkSingleRoll } from '@hongxin/rules/registration';
import { applicationOf, mayAt, type TransitionContext, keyOf, selectRows, textOf } from '@hongxin/plugin-foundation';
import { IDENTITY_HASH } from '@hongxin/plugin-governance';
import { MEMBER_REGISTRATIONS } from '../constants';
import { registrationReason } from '../reasons';
import { lockPersons } from '../year-feedbacks/year-lock';
import { rollsOfIdentity, rollsOfPersons } from './rolls';

/**
 * One member is on one community's roll at a time (domain §2). The person's row is locked first: of two communities
 * that accept at once, the second one waits, then reads that the first has been faster.
 */
export async function notOnAnotherRoll({ db, record, transaction }: TransitionContext): Promise<Reason[]> {
  const scope = { db, transaction };
  const personId = keyOf(record, 'personId');
  if (personId === null) return [];
  await lockPersons([personId], scope);
  const identityHash = textOf(record, IDENTITY_HASH);
  // somebody with two accounts is two persons until their identity number tells otherwise
  if (identityHash !== null)
    await selectRows(scope, `SELECT pg_advisory_xact_lock(hashtext('hongxin/roll'), hashtext(:identityHash))`, {
      identityHash,
    });
  const found = [
    ...((await rollsOfPersons([personId], scope)).get(personId) ?? []),
    ...(identityHash === null ? [] : await rollsOfIdentity(identityHash, scope)),
  ];
  const others = [...new Map(found.map((each) => [each.id, each])).values()].filter(
    ({ id }) => id !== String(record.get('id')),
  );
  if (reasonsOf(checkSingleRoll(others.map(({ state }) => state))).length === 0) return [];
  // where a person is on the roll is told to those who may see that roll, and to nobody else
  return others.map(({ community, receiptNumber, areaCode }) =>
    mayAt(applicationOf(db), MEMBER_REGISTRATIONS, 'view', areaCode)
      ? registrationReason('ON_ROLL_OF', {
          personName: String(record.get('personName')),
          community: community ?? '—',
          receiptNumber: receiptNumber ?? '—',
        })
      : registrationReason('ON_ROLL_ELSEWHERE'),
  );
}
