import { chinaYear, reasonsOf, type Reason } from '@hongxin/rules/mechanism';
import { checkCertifier } from '@hongxin/rules/registration';
import {
  type TransitionContext,
  execute,
  keyOf,
  selectRows,
  type Scope,
  accountOf,
  systemFor,
} from '@hongxin/plugin-foundation';
import { CLAIMS } from '../constants';
import type { Services } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';
import { readTarget } from '../claims/targets';
import { projectIsOver } from './activities';
import { closedYears, lockPersons } from '../year-feedbacks/year-lock';
import { isOwnService } from './own-service';

/** Verified by the host, never by who served: neither by the same account nor by the same person. */
export async function isNotOwn(context: TransitionContext): Promise<Reason[]> {
  if (!(await isOwnService(context))) return [];
  const certifierId = accountOf(context);
  return reasonsOf(checkCertifier(certifierId, certifierId));
}

/** Who was there, but not while it took place, has no time that counts: such hours are refused, not verified. */
export async function hasTime({ record }: TransitionContext): Promise<Reason[]> {
  const isEmpty = keyOf(record, 'reversesId') === null && Number(record.get('minutes') ?? 0) === 0;
  return isEmpty ? [registrationReason('RECORD_WITHOUT_TIME', {}, 'minutes')] : [];
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
 * The claim follows its record. At a post it is served when the hours are verified, and open again when they are refused. In
 * a project one serves on several days, so it is open again either way, as long as the project goes on; once that is over,
 * it is served by the hours that count, and without any it ends.
 */
export function moveClaimOf({ perform }: Pick<Services, 'perform'>, isVerified: boolean) {
  return async (context: TransitionContext): Promise<void> => {
    const { db, record, transaction, now } = context;
    const claimId = keyOf(record, 'claimId');
    if (claimId === null || keyOf(record, 'reversesId') !== null) return;
    const scope = { db, transaction };
    const sql = `SELECT state, "projectId"::text AS "projectId" FROM {hxClaims} WHERE id = :claimId FOR NO KEY UPDATE`;
    const [claim] = await selectRows<{ state: string; projectId: string | null }>(scope, sql, { claimId });
    if (claim?.state !== 'finished') return;
    const project = claim.projectId === null ? undefined : await readTarget('project', claim.projectId, scope);
    const steps = project
      ? await afterProjectHours(claimId, projectIsOver(claim, project).length > 0, scope)
      : [isVerified ? 'serve' : 'resume'];
    for (const transition of steps) {
      const opinion = transition === 'cancel' ? context.opinion : null;
      const actor = systemFor(context);
      await perform({ collection: CLAIMS, recordId: claimId, transition, opinion, actor, transaction, now });
    }
  };
}

async function afterProjectHours(claimId: string, isOver: boolean, scope: Scope): Promise<readonly string[]> {
  if (!isOver) return ['resume'];
  const sql = `SELECT state FROM {hxServiceRecords} WHERE "claimId" = :claimId AND "reversesId" IS NULL AND "reversedAt" IS NULL
    AND state IN ('pending', 'verified')`;
  const states = (await selectRows<{ state: string }>(scope, sql, { claimId })).map(({ state }) => state);
  if (states.includes('verified')) return ['serve'];
  return states.includes('pending') ? [] : ['resume', 'cancel'];
}

/**
 * Hours refused after their year was issued cannot be entered anew: the claim of a post that is over ends with them,
 * for the same reason, instead of asking for hours that nobody takes.
 */
export function endClaimOfClosedYear({ perform }: Pick<Services, 'perform'>) {
  return async (context: TransitionContext): Promise<void> => {
    const { db, record, transaction, now, opinion } = context;
    const claimId = keyOf(record, 'claimId');
    if (claimId === null || keyOf(record, 'reversesId') !== null || !(await isOfClosedYear(context))) return;
    const [claim] = await selectRows<{ id: string }>(
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
