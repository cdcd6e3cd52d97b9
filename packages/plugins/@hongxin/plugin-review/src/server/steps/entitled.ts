import { refuse } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';
import { covers, mandatesOf } from '../delegations/deputies';
import type { StepTerms } from '../node/terms';
import { peekStep, termsOfStep } from './candidates';
import type { LockedStep } from './lock';
import { askNow } from './mandate';
import type { TaskRecord } from './rows';
import type { ReviewTools } from './tools';

/** How somebody comes to decide a task: it is theirs, or they stand in for whose it is. */
export type Entitlement = 'holder' | 'deputy';

/**
 * Whether somebody may decide an open task now: it is theirs, or that of somebody they stand in for, and the mandate behind
 * it still holds. The applicant never decides through another's task, unless the node lets applicants decide.
 * @returns null for whoever may not
 * @throws Refusal 403 for the applicant as another's deputy
 */
export async function entitlementOf(
  tools: ReviewTools,
  {
    locked,
    terms,
    task,
    userId,
  }: { locked: Pick<LockedStep, 'step' | 'record'>; terms: StepTerms; task: TaskRecord; userId: number },
  transaction?: Transaction,
): Promise<Entitlement | null> {
  if (task.userId === null) return null;
  const isOwn = task.userId === userId;
  if (!isOwn && !covers(await mandatesOf(tools, userId, transaction), task.userId, task.processKey)) return null;
  const asked = await askNow(tools, locked, terms, transaction);
  if (asked && !(await asked.holds(task))) return null;
  if (!isOwn && terms.excludeApplicant && userId === locked.step.applicantId)
    throw refuse(403, 'REVIEW_OWN_MATTER', { title: task.title, step: task.stepTitle });
  return isOwn ? 'holder' : 'deputy';
}

/** As `entitlementOf`, of a task whose step is not at hand; the applicant as a deputy is nobody here. */
export async function standsFor(tools: ReviewTools, task: TaskRecord, userId: number): Promise<Entitlement | null> {
  const locked = await peekStep(tools, task.stepId);
  const terms = locked && (await termsOfStep(tools, locked.step));
  if (!locked || !terms) return null;
  if (terms.excludeApplicant && task.userId !== userId && locked.step.applicantId === userId) return null;
  return entitlementOf(tools, { locked, terms, task, userId });
}
