import { checkCertifier, chinaYear, reasonsOf, type Reason } from '@hongxin/rules';
import type { TransitionContext } from '@hongxin/plugin-foundation';
import { execute, keyOf, select } from '@hongxin/plugin-governance';
import { CLAIMS } from '../constants';
import type { ProcessServices } from '../processes/services';
import { registrationReason } from '../reasons';
import { closedYears, lockPersons } from '../rules/year-lock';
import { accountOf, systemFor } from './actors';

/** Verified by the host, never by who served: neither by the same account nor by the same person. */
export async function isNotOwn(context: TransitionContext): Promise<Reason[]> {
  const { db, record, transaction } = context;
  const certifierId = accountOf(context);
  const [person] = await select<{ userId: string | null }>(
    { db, transaction },
    'SELECT "userId"::text AS "userId" FROM {hxPersons} WHERE id = :personId',
    { personId: keyOf(record, 'personId') },
  );
  const accounts = [keyOf(record, 'ownerId'), person?.userId ?? null];
  return accounts.some(
    (account) => account !== null && reasonsOf(checkCertifier(certifierId, Number(account))).length > 0,
  )
    ? reasonsOf(checkCertifier(certifierId, certifierId))
    : [];
}

/**
 * Hours of a year whose feedback has been issued are no longer verified; waits for a feedback that is being issued.
 * A reversal is: it does not touch that year (`bookReversal`).
 */
export async function yearIsOpen(context: TransitionContext): Promise<Reason[]> {
  const { record } = context;
  if (!(await isOfClosedYear(context)) || keyOf(record, 'reversesId') !== null) return [];
  return [registrationReason('YEAR_CLOSED', { year: Number(record.get('year')) })];
}

/** A correction that waited while its year was issued is booked in the year in which it is verified. */
export async function bookReversal(context: TransitionContext): Promise<void> {
  if (await isOfClosedYear(context)) context.record.set({ year: chinaYear(context.now) });
}

async function isOfClosedYear({ db, record, transaction }: TransitionContext): Promise<boolean> {
  const scope = { db, transaction };
  const personId = keyOf(record, 'personId');
  await lockPersons([personId], scope);
  return (await closedYears([personId], scope)).has(`${personId}/${String(record.get('year'))}`);
}

export async function keepCertifier(context: TransitionContext): Promise<void> {
  context.record.set({ certifierId: accountOf(context), certifiedAt: context.now });
}

/** A verified reversal marks what it reverses, so that the right hours can be entered for the same time. */
export async function markReversed({ db, record, transaction, now }: TransitionContext): Promise<void> {
  const reversesId = keyOf(record, 'reversesId');
  if (reversesId === null) return;
  await execute({ db, transaction }, 'UPDATE {hxServiceRecords} SET "reversedAt" = :now WHERE id = :reversesId', {
    now,
    reversesId,
  });
}

/**
 * The claim follows its record: served when the hours of a post are verified; open again when they are refused, and in
 * a project, where one serves on several days.
 */
export function moveClaimOf({ perform }: Pick<ProcessServices, 'perform'>, isVerified: boolean) {
  return async (context: TransitionContext): Promise<void> => {
    const { db, record, transaction, now } = context;
    const claimId = keyOf(record, 'claimId');
    if (claimId === null || keyOf(record, 'reversesId') !== null) return;
    const sql =
      'SELECT state, "postId" IS NOT NULL AS "isOfPost" FROM {hxClaims} WHERE id = :claimId FOR NO KEY UPDATE';
    const [claim] = await select<{ state: string; isOfPost: boolean }>({ db, transaction }, sql, { claimId });
    if (claim?.state !== 'finished') return;
    const transition = isVerified && claim.isOfPost ? 'serve' : 'resume';
    await perform({ collection: CLAIMS, recordId: claimId, transition, actor: systemFor(context), transaction, now });
  };
}

/**
 * Hours refused after their year was issued cannot be entered anew: the claim of a post that is over ends with them,
 * for the same reason, instead of asking for hours that nobody takes.
 */
export function endClaimOfClosedYear({ perform }: Pick<ProcessServices, 'perform'>) {
  return async (context: TransitionContext): Promise<void> => {
    const { db, record, transaction, now, opinion } = context;
    const claimId = keyOf(record, 'claimId');
    if (claimId === null || keyOf(record, 'reversesId') !== null || !(await isOfClosedYear(context))) return;
    const [claim] = await select<{ id: string }>(
      { db, transaction },
      `SELECT c.id::text AS id FROM {hxClaims} c JOIN {hxServicePosts} p ON p.id = c."postId"
       WHERE c.id = :claimId AND c.state = 'claimed' AND p."endsAt" < :now`,
      { claimId, now },
    );
    if (!claim) return;
    const actor = systemFor(context);
    await perform({ collection: CLAIMS, recordId: claim.id, transition: 'cancel', opinion, actor, transaction, now });
  };
}
