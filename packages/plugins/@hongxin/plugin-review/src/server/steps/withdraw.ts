import { refuse, type Actor } from '@hongxin/plugin-foundation';
import { EXECUTION_STATUS } from '@nocobase/plugin-workflow';
import type { Model, Transaction } from '@nocobase/database';
import { termsOf } from '../node/terms';
import { alreadyDecided, whatHappened } from './already';
import { lockStep, type LockedStep } from './lock';
import { move } from './outcome';
import { closeOpenTasks, endRun } from './settle';
import { STEPS, stepOf, taskOf } from './rows';
import type { ReviewTools } from './tools';

const DECIDED = new Set(['approved', 'returned', 'rejected']);

/** The steps a record waits in. */
export async function pendingSteps(
  { db }: Pick<ReviewTools, 'db'>,
  collectionName: string,
  recordId: string,
  transaction?: Transaction,
): Promise<Model[]> {
  const where = { collectionName, recordId, state: 'pending' };
  return (await db.getModel(STEPS).findAll({ where, order: [['id', 'ASC']], transaction })) as Model[];
}

/**
 * Takes an application back while nobody has decided. A record with a process goes the way of a return, so that it can be
 * put right and handed in again; without one it is only no longer under review.
 * @throws Refusal 404 nothing waits or it is another's, 409 somebody decided, 400 the node does not allow it
 * @returns how many tasks were withdrawn
 */
export async function withdraw(
  tools: ReviewTools,
  {
    collectionName,
    recordId,
    actor,
    opinion,
  }: { collectionName: string; recordId: string; actor: Actor; opinion: string },
  transaction: Transaction,
): Promise<number> {
  const seen = await ownSteps(tools, collectionName, recordId, actor, transaction);
  let withdrawn = 0;
  for (const { id } of seen) {
    const locked = await lockStep(tools, id, transaction);
    if (locked) withdrawn += await withdrawStep(tools, locked, actor, opinion, transaction);
  }
  return withdrawn;
}

async function ownSteps(
  tools: ReviewTools,
  collectionName: string,
  recordId: string,
  { userId }: Actor,
  transaction: Transaction,
) {
  const steps = (await tools.db.getModel(STEPS).findAll({
    where: { collectionName, recordId, applicantId: userId },
    order: [['id', 'ASC']],
    transaction,
  })) as Model[];
  const own = steps.map(stepOf);
  if (own.length === 0) throw refuse(404, 'RECORD_NOT_FOUND');
  const pending = own.filter(({ state }) => state === 'pending');
  // the last one says what happened when nothing waits any more
  return pending.length > 0 ? pending : own.slice(-1);
}

async function withdrawStep(
  tools: ReviewTools,
  locked: LockedStep,
  actor: Actor,
  opinion: string,
  transaction: Transaction,
): Promise<number> {
  const { row, step } = locked;
  const tasks = locked.tasks.map(taskOf);
  const earlier = await tools.db
    .getModel(STEPS)
    .count({ where: { executionId: step.executionId, state: [...DECIDED] }, transaction });
  const decided = tasks.find(({ state }) => DECIDED.has(state)) ?? (step.state === 'pending' ? undefined : tasks[0]);
  if (decided) throw alreadyDecided(await whatHappened(tools, decided, transaction));
  const node = (await tools.db.getModel('flow_nodes').findByPk(step.nodeId, { transaction })) as Model;
  const terms = termsOf({ type: String(node.get('type')), title: step.title, config: node.get('config') });
  if (!terms.canWithdraw) throw refuse(400, 'REVIEW_NOT_WITHDRAWABLE');
  if (earlier > 0) throw refuse(409, 'REVIEW_DECIDED_IN_PART');
  const now = tools.clock.now();
  const count = tasks.filter(({ state }) => state === 'pending' || state === 'waiting').length;
  await row.update({ state: 'withdrawn', settledAt: now }, { transaction });
  await closeOpenTasks(tools, locked, 'withdrawn', now, transaction);
  await endRun(tools, step.executionId, EXECUTION_STATUS.CANCELED, transaction);
  const transition = terms.outcome.returned;
  if (transition) {
    const { collectionName: collection, recordId } = step;
    const details = { executionId: step.executionId, nodeId: step.nodeId, stepId: step.id, withdrawn: true };
    await move(tools, { collection, recordId, transition, opinion, values: {}, actor, details }, transaction);
  }
  return count;
}
