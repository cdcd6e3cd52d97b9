import type { WitnessedTransition } from '@hongxin/plugin-foundation';
import { EXECUTION_STATUS } from '@nocobase/plugin-workflow';
import type { Transaction } from '@nocobase/database';
import type { ReviewTools } from './tools';
import { lockStep } from './lock';
import { closeOpenTasks, endRun } from './settle';
import { stepOf } from './tools';
import { pendingSteps } from './withdraw';

/** Inside the transaction of a transition: reviews of a state that the record has left by itself are over. */
export async function supersede(tools: ReviewTools, event: WitnessedTransition): Promise<void> {
  const { collection, recordId, to, details, transaction } = event;
  for (const row of await pendingSteps(tools, collection, recordId, transaction)) {
    const step = stepOf(row);
    const isOfThisRun = String(details.executionId) === step.executionId;
    if (isOfThisRun || step.recordState === null || step.recordState === to) continue;
    await endStep(tools, step.id, transaction);
  }
}

async function endStep(tools: ReviewTools, stepId: string, transaction: Transaction): Promise<void> {
  const locked = await lockStep(tools, stepId, transaction);
  if (!locked || locked.step.state !== 'pending') return;
  const now = tools.clock.now();
  await locked.row.update({ state: 'superseded', settledAt: now }, { transaction });
  await closeOpenTasks(tools, locked, 'superseded', now, transaction);
  await endRun(tools, locked.step.executionId, EXECUTION_STATUS.CANCELED, transaction);
}
