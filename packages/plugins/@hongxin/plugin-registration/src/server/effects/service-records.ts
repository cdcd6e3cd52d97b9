import { checkCertifier, reasonsOf, type Reason } from '@hongxin/rules';
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

/** Hours of a year whose feedback has been issued are no longer decided on; waits for a feedback that is being issued. */
export async function yearIsOpen({ db, record, transaction }: TransitionContext): Promise<Reason[]> {
  const scope = { db, transaction };
  const personId = keyOf(record, 'personId');
  await lockPersons([personId], scope);
  const year = Number(record.get('year'));
  const closed = await closedYears([personId], scope);
  return closed.has(`${personId}/${year}`) ? [registrationReason('YEAR_CLOSED', { year })] : [];
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
