import type { Actor } from '@hongxin/plugin-foundation';
import { EXECUTION_STATUS, JOB_STATUS } from '@nocobase/plugin-workflow';
import type { Model, Transaction } from '@nocobase/database';
import type { ReviewResult } from '../../shared/config';
import { MOVE_TYPE, type Outcome, type TaskState } from '../../shared/constants';
import type { StepTerms } from '../node/terms';
import { performOutcome } from './outcome';
import type { LockedStep } from './lock';
import { peopleOf } from './names';
import { goBack } from './go-back';
import { keepSnapshot } from './snapshot';
import { taskOf } from './rows';
import type { ReviewTools } from './tools';

export interface Settlement {
  outcome: Outcome;
  cause: ReviewResult['cause'];
  actor: Actor;
  opinion: string | null;
  values: Record<string, unknown>;
  /** Task of whoever decided last; null when time decided. */
  taskId: string | null;
  /** The values are the transition's own. */
  isDirect?: boolean;
  /** What the open tasks become. */
  leave: TaskState;
}

/**
 * Ends a step: the open tasks, the record's transition, the node's job, all in the caller's transaction. What follows in
 * the workflow runs after the commit; a crash in between is made good by the sweep.
 * @throws Refusal when the transition is refused; nothing is decided then
 */
export async function settle(
  tools: ReviewTools,
  locked: LockedStep,
  node: Model,
  terms: StepTerms,
  settlement: Settlement,
  transaction: Transaction,
): Promise<void> {
  const { row, step } = locked;
  const now = tools.clock.now();
  await closeOpenTasks(tools, locked, settlement.leave, now, transaction);
  const waitingMinutes = await tools.clock.workingMinutes(step.startedAt, now);
  await row.update({ state: settlement.outcome, settledAt: now, waitingMinutes }, { transaction });
  await performOutcome(tools, locked, node, terms, settlement, transaction);
  if (settlement.outcome === 'returned') await keepSnapshot(tools, row, step, transaction);
  const result = await resultOf(tools, locked.tasks, settlement, now, transaction);
  if (settlement.outcome === 'returned' && terms.returnTo === 'previous' && node.get('type') !== MOVE_TYPE) {
    if (await goBack(tools, locked, result, transaction)) return;
  }
  await resolveJob(tools, step, node, settlement, result, transaction);
}

/** Tasks that nobody has to decide any more. */
export async function closeOpenTasks(
  tools: ReviewTools,
  { tasks }: LockedStep,
  state: TaskState,
  now: Date,
  transaction: Transaction,
): Promise<void> {
  const open = tasks.filter((task) => ['pending', 'waiting'].includes(String(task.get('state'))));
  for (const task of open) {
    const waitingMinutes = await tools.clock.workingMinutes(taskOf(task).startedAt, now);
    await task.update({ state, decidedAt: now, waitingMinutes }, { transaction });
  }
  tools.counter.touch(transaction, open.map(taskOf));
}

async function resolveJob(
  tools: ReviewTools,
  { jobId, executionId }: LockedStep['step'],
  node: Model,
  { outcome }: Settlement,
  result: ReviewResult,
  transaction: Transaction,
): Promise<void> {
  const jobs = tools.db.getModel('jobs');
  const isMove = node.get('type') === MOVE_TYPE;
  // a move's job remembers what was attempted
  const attempted = isMove ? await jobs.findByPk(jobId, { transaction }) : null;
  const values = {
    status: isMove && outcome !== 'approved' ? JOB_STATUS.ERROR : JOB_STATUS.RESOLVED,
    result: { ...(attempted?.get('result') as object | undefined), ...result },
  };
  const [kept] = await jobs.update(values, { where: { id: jobId }, transaction });
  if (kept === 0) throw new Error(`the job ${jobId} of a review is gone`);
  tools.background.afterCommit(transaction, 'going on after a review', () => tools.runs.resume({ executionId, jobId }));
}

/** What the nodes after it can use. */
async function resultOf(
  tools: ReviewTools,
  tasks: readonly Model[],
  { outcome, cause, actor, opinion, values }: Settlement,
  now: Date,
  transaction: Transaction,
): Promise<ReviewResult> {
  const decided = tasks.map(taskOf).filter(({ decision }) => decision !== null);
  const ids = [actor.userId, ...decided.map(({ decidedById }) => decidedById)];
  const names = await peopleOf(tools, ids, transaction);
  return {
    decision: outcome,
    opinion,
    userId: actor.userId,
    userName: actor.userId === null ? null : (names.get(actor.userId) ?? null),
    onBehalfOfId: actor.onBehalfOfId ?? null,
    at: now.toISOString(),
    values,
    cause,
    decisions: decided.map((task) => ({
      taskId: task.id,
      userId: task.decidedById,
      userName: task.decidedById === null ? null : (names.get(task.decidedById) ?? null),
      onBehalfOfId: task.onBehalfOfId,
      decision: String(task.decision),
      opinion: task.opinion,
      at: (task.decidedAt ?? now).toISOString(),
    })),
  };
}

/** Ends the run that a step belongs to, whatever else it was waiting for; in the caller's transaction. */
export async function endRun(
  { db }: ReviewTools,
  executionId: string,
  status: number,
  transaction: Transaction,
): Promise<void> {
  await db
    .getModel('jobs')
    .update({ status: JOB_STATUS.CANCELED }, { where: { executionId, status: JOB_STATUS.PENDING }, transaction });
  await db
    .getModel('executions')
    .update({ status }, { where: { id: executionId, status: EXECUTION_STATUS.STARTED }, transaction });
}
