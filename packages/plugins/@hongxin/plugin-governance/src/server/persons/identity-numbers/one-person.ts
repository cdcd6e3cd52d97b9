import {
  applicationOf,
  currentIdentity,
  mayAt,
  selectRows,
  type Scope,
  textOf,
  touches,
  type Candidate,
  type RecordRule,
} from '@hongxin/plugin-foundation';
import { personReason } from '../reasons';
import { IDENTITY_HASH, IDENTITY_NUMBER } from './fields';

interface Namesake {
  id: string;
  name: string;
  areaCode: string | null;
}

/**
 * A person is not entered twice where the caller can see it. Of a person elsewhere nothing is told, or a number known
 * from somewhere else would show who is registered in the city: both are kept, and those in charge of both places find
 * them among the gaps.
 */
export const enterPersonsOnce: RecordRule = async (candidates, scope) => {
  const firstOf = new Map<string, Candidate>();
  for (const candidate of candidates.filter(({ record }) => typesNumber(record))) {
    const hash = textOf(candidate.record, IDENTITY_HASH) ?? '';
    const first = firstOf.get(hash);
    if (first) candidate.refuse(takenBy(String(first.record.get('name'))));
    else firstOf.set(hash, candidate);
  }
  // of two who enter the same person at once, the second one waits and then sees the first
  for (const hash of [...firstOf.keys()].sort())
    await selectRows(scope, `SELECT pg_advisory_xact_lock(hashtext('hongxin/identity'), hashtext(:hash))`, { hash });
  for (const [hash, candidate] of firstOf) {
    const others = await selectRows<Namesake>(
      scope,
      'SELECT id::text AS id, name, "areaCode" FROM {hxPersons} WHERE "identityHash" = :hash',
      { hash },
    );
    const known = others.find(
      ({ id, areaCode }) => id !== String(candidate.record.get('id')) && isSeen(areaCode, scope),
    );
    if (known) candidate.refuse(takenBy(known.name));
  }
};

function typesNumber(record: Candidate['record']): boolean {
  return touches(record, IDENTITY_HASH) && textOf(record, IDENTITY_HASH) !== null;
}

const takenBy = (name: string) => personReason('IDENTITY_NUMBER_TAKEN', { name }, IDENTITY_NUMBER);

/** Whether the caller sees the persons of a place. */
const isSeen = (areaCode: string | null, { db }: Scope): boolean =>
  !currentIdentity() || mayAt(applicationOf(db), 'hxPersons', 'view', areaCode);
