import type { WitnessedTransition } from '@hongxin/plugin-foundation';
import { EXECUTION_STATUS } from '@nocobase/plugin-workflow';
import type { Transaction } from '@nocobase/database';
import { lockStep } from './lock';
import { isNoneWaiting } from './none-waiting';
import { closeOpenTasks, endRun } from './settle';
import { STEPS, stepOf } from './rows';
import type { ReviewTools } from './tools';
import { pendingSteps } from './withdraw';

/** Inside the transaction of a transition: reviews of a state that the record has left by itself are over. */
export async function supersede(tools: ReviewTools, event: WitnessedTransition): Promise<void> {
  const { collection, recordId, to, details, transaction } = event;
  if (event.isBatch && !(await isAnyWaiting(tools, collection, transaction))) return;
  if (isNoneWaiting(transaction, collection, recordId)) return;
  for (const row of await pendingSteps(tools, collection, recordId, transaction)) {
    const step = stepOf(row);
    const isOfThisRun = String(details.executionId) === step.executionId;
    if (isOfThisRun || step.recordState === null || step.recordState === to) continue;
    await endStep(tools, step.id, transaction);
  }
}

const waitingIn = new WeakMap<Transaction, Map<string, Promise<boolean>>>();

/**
 * Whether any record of a collection waits for a review, asked once per batch. The rows of a batch are locked before, and a
 * review begins only with the lock of its record, so the answer holds for the rest of the batch.
 */
function isAnyWaiting({ db }: ReviewTools, collectionName: string, transaction: Transaction): Promise<boolean> {
  const known = waitingIn.get(transaction) ?? new Map<string, Promise<boolean>>();
  waitingIn.set(transaction, known);
  const ask = async (): Promise<boolean> =>
    (await db.getModel(STEPS).count({ where: { collectionName, state: 'pending' }, transaction })) > 0;
  const answer = known.get(collectionName) ?? ask();
  known.set(collectionName, answer);
  return answer;
}

async function endStep(tools: ReviewTools, stepId: string, transaction: Transaction): Promise<void> {
  const locked = await lockStep(tools, stepId, transaction);
  if (!locked || locked.step.state !== 'pending') return;
  const now = tools.clock.now();
  await locked.row.update({ state: 'superseded', settledAt: now }, { transaction });
  await closeOpenTasks(tools, locked, 'superseded', now, transaction);
  await endRun(tools, locked.step.executionId, EXECUTION_STATUS.CANCELED, transaction);
}
