import { chinaYear } from '@hongxin/rules/mechanism';
import { type TransitionContext, keyOf, selectRows } from '@hongxin/plugin-foundation';
import { closedYears } from '../year-feedbacks/year-lock';

/**
 * A claim counts in the year of its service, like its hours: that of the last hours verified for it, or of the post it
 * was for; with neither, the year in which it is served. A project may end after the year of its hours was issued; its
 * claim then counts in the year in which it ends, for otherwise it would count in none.
 */
export async function bookClaim({ db, record, transaction, now }: TransitionContext): Promise<void> {
  const scope = { db, transaction };
  const [{ at }] = await selectRows<{ at: Date | null }>(
    scope,
    `SELECT ${SERVED_AT} AS at FROM {hxClaims} c WHERE c.id = :id`,
    {
      id: record.get('id'),
    },
  );
  const year = chinaYear(at ? new Date(at) : now);
  const personId = keyOf(record, 'personId');
  const isOfProject = keyOf(record, 'postId') === null;
  const isClosed = isOfProject && (await closedYears([personId], scope)).has(`${personId}/${year}`);
  record.set({ year: isClosed ? chinaYear(now) : year });
}

/** When a claim `c` was served, as far as records or its post tell. */
export const SERVED_AT = `COALESCE(
  (SELECT max(s."startsAt") FROM {hxServiceRecords} s
   WHERE s."claimId" = c.id AND s.state = 'verified' AND s."reversesId" IS NULL AND s."reversedAt" IS NULL),
  (SELECT p."startsAt" FROM {hxServicePosts} p WHERE p.id = c."postId"))`;
