import { EXECUTION_STATUS, JOB_STATUS, type ExecutionModel } from '@nocobase/plugin-workflow';
import type { Model, Transaction } from '@nocobase/database';
import { closeOpenTasks } from './settle';
import { STEPS, stepOf, tasksOfStep, type ReviewTools } from './tools';

/** A run that was ended otherwise (cancelled on the canvas, its time limit, an end node) leaves no task and no open job behind. */
export async function abortStepsOf(
  tools: ReviewTools,
  execution: ExecutionModel,
  transaction: Transaction | undefined,
): Promise<void> {
  if (execution.status === EXECUTION_STATUS.STARTED || execution.status === EXECUTION_STATUS.QUEUEING) return;
  const where = { executionId: execution.id, state: 'pending' };
  const waiting = (await tools.db.getModel(STEPS).findAll({ where, transaction })) as Model[];
  if (waiting.length === 0) return;
  const work = async (inside: Transaction): Promise<void> => {
    const now = tools.clock.now();
    for (const row of waiting) {
      await row.update({ state: 'aborted', settledAt: now }, { transaction: inside });
      await tools.db
        .getModel('jobs')
        .update(
          { status: JOB_STATUS.CANCELED },
          { where: { id: stepOf(row).jobId, status: JOB_STATUS.PENDING }, transaction: inside },
        );
      const tasks = await tasksOfStep(tools.db, stepOf(row).id, inside);
      await closeOpenTasks(tools, { row, step: stepOf(row), tasks, record: null }, 'aborted', now, inside);
    }
  };
  await (transaction ? work(transaction) : tools.db.sequelize.transaction(work));
}
