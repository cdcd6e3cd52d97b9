import { EXECUTION_STATUS, JOB_STATUS, type ExecutionModel } from '@nocobase/plugin-workflow';
import type { Model, Transaction } from '@nocobase/database';
import { closeOpenTasks, endRun } from './settle';
import { STEPS, stepOf, tasksOfStep } from './rows';
import type { ReviewTools } from './tools';

/** Which steps: those of a run, a workflow, a node or a record. */
export type StepsOf = Readonly<Record<string, unknown>>;

/** A run that was ended otherwise (cancelled on the canvas, its time limit, an end node) leaves no task and no open job behind. */
export async function abortStepsOf(
  tools: ReviewTools,
  execution: ExecutionModel,
  transaction: Transaction | undefined,
): Promise<void> {
  if (execution.status === EXECUTION_STATUS.STARTED || execution.status === EXECUTION_STATUS.QUEUEING) return;
  await abortSteps(tools, { executionId: execution.id }, transaction);
}

/**
 * Steps that nobody can go on with any more, because what they belong to was ended or deleted: their tasks are closed, their
 * jobs and runs end with them.
 */
export async function abortSteps(tools: ReviewTools, of: StepsOf, transaction: Transaction | undefined): Promise<void> {
  const where = { ...of, state: 'pending' };
  const waiting = (await tools.db.getModel(STEPS).findAll({ where, transaction })) as Model[];
  if (waiting.length === 0) return;
  const work = async (inside: Transaction): Promise<void> => {
    const now = tools.clock.now();
    for (const row of waiting) {
      const step = stepOf(row);
      await row.update({ state: 'aborted', settledAt: now }, { transaction: inside });
      await tools.db
        .getModel('jobs')
        .update(
          { status: JOB_STATUS.CANCELED },
          { where: { id: step.jobId, status: JOB_STATUS.PENDING }, transaction: inside },
        );
      const tasks = await tasksOfStep(tools.db, step.id, inside);
      await closeOpenTasks(tools, { row, step, tasks, record: null }, 'aborted', now, inside);
      await endRun(tools, step.executionId, EXECUTION_STATUS.CANCELED, inside);
    }
  };
  await (transaction ? work(transaction) : tools.db.sequelize.transaction(work));
}
