import { reasonsOf, type Reason } from '@hongxin/rules/mechanism';
import { checkSingleRoll, ROLL_STATES } from '@hongxin/rules/registration';
import { applicationOf, mayAt, type TransitionContext, keyOf, selectRows, textOf } from '@hongxin/plugin-foundation';
import { IDENTITY_HASH } from '@hongxin/plugin-governance';
import { MEMBER_REGISTRATIONS } from '../constants';
import { registrationReason } from '../reasons';

interface OtherRegistration {
  state: string;
  receiptNumber: string | null;
  community: string | null;
  areaCode: string | null;
}

/**
 * One member is on one community's roll at a time (domain §2). The person's row is locked first: of two communities
 * that accept at once, the second one waits, then reads that the first has been faster.
 */
export async function notOnAnotherRoll({ db, record, transaction }: TransitionContext): Promise<Reason[]> {
  const scope = { db, transaction };
  const personId = keyOf(record, 'personId');
  if (personId === null) return [];
  await selectRows(scope, 'SELECT id FROM {hxPersons} WHERE id = :personId FOR NO KEY UPDATE', { personId });
  const identityHash = textOf(record, IDENTITY_HASH);
  // somebody with two accounts is two persons until their identity number tells otherwise
  if (identityHash !== null)
    await selectRows(scope, `SELECT pg_advisory_xact_lock(hashtext('hongxin/roll'), hashtext(:identityHash))`, {
      identityHash,
    });
  const others = await selectRows<OtherRegistration>(
    scope,
    `SELECT r.state, r."receiptNumber", a.name AS community, r."areaCode"
     FROM {hxMemberRegistrations} r LEFT JOIN {hxAreas} a ON a.id = r."areaId"
     WHERE (r."personId" = :personId OR r."identityHash" = :identityHash) AND r.id <> :id AND r.state IN (:states)`,
    { personId, identityHash, id: String(record.get('id')), states: [...ROLL_STATES] },
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
