import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import { NEEDS } from '../../constants';

/** Event of an invitation; its details say which proposal, and whose account. */
export const INVITE = 'invite';

/** Accounts that have been invited to a need: the log of events is what remembers it. */
export async function invitedUsers(needId: string, scope: Scope): Promise<Set<string>> {
  const rows = await selectRows<{ userId: string | null }>(
    scope,
    `SELECT details->>'inviteeId' AS "userId" FROM {hxEvents}
     WHERE "collectionName" = :needs AND "recordId" = :needId AND transition = :invite`,
    { needs: NEEDS, needId, invite: INVITE },
  );
  return new Set(rows.flatMap(({ userId }) => (userId === null ? [] : [userId])));
}
