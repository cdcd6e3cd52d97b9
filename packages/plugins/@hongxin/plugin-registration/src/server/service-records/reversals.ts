import { keyOf, selectRows, textOf, type Candidate, type Scope } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';

interface Reversed {
  state: string;
  origin: string;
  reversedAt: Date | null;
  startsAt: Date;
  endsAt: Date;
  minutes: number;
  year: number;
  memberName: string | null;
  areaCode: string | null;
  claimId: string | null;
  registrationId: string | null;
  personId: string | null;
  ownerId: string | null;
  unitId: string | null;
  postId: string | null;
  projectId: string | null;
  areaId: string | null;
}

const KEYS = ['claimId', 'registrationId', 'personId', 'ownerId', 'unitId', 'postId', 'projectId', 'areaId'] as const;

/**
 * A correction is a reversing entry, never an edit (domain §2): the same service with the minutes taken back, and
 * why. Like any hours it counts once a host has verified it.
 */
export async function completeReversal({ record, refuse, set }: Candidate, scope: Scope): Promise<void> {
  const columns = KEYS.map((key) => `"${key}"::text AS "${key}"`).join(', ');
  const [reversed] = await selectRows<Reversed>(
    scope,
    `SELECT ${columns}, state, origin, "reversedAt", "startsAt", "endsAt", minutes, year, "memberName", "areaCode"
     FROM {hxServiceRecords} WHERE id = :id FOR NO KEY UPDATE`,
    { id: keyOf(record, 'reversesId') },
  );
  const isReversible = reversed?.state === 'verified' && reversed.origin !== 'reversal' && reversed.reversedAt === null;
  if (!isReversible) return refuse(registrationReason('RECORD_NOT_REVERSIBLE', {}, 'reversesId'));
  if (textOf(record, 'content') === null) refuse(registrationReason('REVERSAL_NEEDS_CONTENT', {}, 'content'));
  for (const key of KEYS) set(key, reversed[key] === null ? null : Number(reversed[key]));
  for (const field of ['startsAt', 'endsAt', 'year', 'memberName', 'areaCode'] as const) set(field, reversed[field]);
  set('minutes', -reversed.minutes);
  set('origin', 'reversal');
}
