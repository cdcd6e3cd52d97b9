import type { Model, Transaction } from '@nocobase/database';
import { TASKS } from '../../shared/constants';
import type { StepTerms } from '../node/terms';
import type { LockedStep } from './lock';
import { announce, turnTimes } from './open-tasks';
import { taskOf } from './rows';
import type { ReviewTools } from './tools';

/** The turn of those who waited for this decision; their time begins now. */
export async function openTurns(
  tools: ReviewTools,
  { row, record }: LockedStep,
  terms: StepTerms,
  opens: readonly string[],
  now: Date,
  transaction: Transaction,
): Promise<void> {
  if (opens.length === 0) return;
  const times = await turnTimes(tools, terms, record, now);
  await tools.db
    .getModel(TASKS)
    .update({ state: 'pending', startedAt: now, dueAt: times.dueAt }, { where: { id: [...opens] }, transaction });
  await row.update({ ...times, remindedAt: null, overdueNoticedAt: null }, { transaction });
  const opened = await tools.db.getModel(TASKS).findAll({ where: { id: [...opens] }, transaction });
  announce(
    tools,
    opened.map((each) => taskOf(each as Model)),
    transaction,
  );
}
