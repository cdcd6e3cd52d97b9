import { foundationOf } from '@hongxin/plugin-foundation';
import { EXECUTION_STATUS, JOB_STATUS } from '@nocobase/plugin-workflow';
import type { Transaction } from '@nocobase/database';
import { COPIES } from '../../shared/constants';
import { closeOpenTasks, endRun } from '../steps/settle';
import { STEPS, tasksOfStep } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';
import { taskAddress } from '../tasks/notices';
import type { ReadStep } from './read-steps';

/** Ends steps that nobody has to decide: their tasks are kept as ended, their jobs and runs are closed, and the log says so. */
export async function closeSurplus(
  tools: ReviewTools,
  surplus: readonly ReadStep[],
  transaction: Transaction,
): Promise<void> {
  const { db, app } = tools;
  const now = tools.clock.now();
  for (const { row, step } of surplus) {
    await row.update({ state: 'aborted', settledAt: now }, { transaction });
    const tasks = await tasksOfStep(db, step.id, transaction);
    await closeOpenTasks(tools, { row, step, tasks, record: null }, 'aborted', now, transaction);
    await db
      .getModel('jobs')
      .update({ status: JOB_STATUS.CANCELED }, { where: { id: step.jobId, status: JOB_STATUS.PENDING }, transaction });
  }
  for (const executionId of new Set(surplus.map((each) => each.executionId)))
    if (!(await waitsForAnything(tools, executionId, transaction)))
      await endRun(tools, executionId, EXECUTION_STATUS.CANCELED, transaction);
  const [{ step }] = surplus;
  const entry = {
    collectionName: step.collectionName,
    recordId: step.recordId,
    transition: 'reviewTidied',
    actorId: null,
    details: { stepIds: surplus.map(({ id }) => id), tasks: surplus.flatMap(({ tasks }) => tasks).length },
  };
  await foundationOf(app).events.append(entry, transaction);
}

/** Whether a run still waits for a review, or for one of NocoBase's own nodes that wait. */
async function waitsForAnything({ db }: ReviewTools, executionId: string, transaction: Transaction): Promise<boolean> {
  const where = { executionId, state: 'pending' };
  if ((await db.getModel(STEPS).count({ where, transaction })) > 0) return true;
  const [rows] = await db.sequelize.query(
    `SELECT 1 FROM ${db.getCollection('jobs').quotedTableName()} j
     JOIN ${db.getCollection('flow_nodes').quotedTableName()} n ON n.id = j."nodeId"
     WHERE j."executionId" = :executionId AND j.status = ${JOB_STATUS.PENDING}
       AND n.type NOT IN ('loop', 'parallel', 'condition', 'multi-conditions') LIMIT 1`,
    { replacements: { executionId }, transaction },
  );
  return rows.length > 0;
}

/** Takes back the notices and copies of repeated steps; what anybody has decided keeps its own. */
export async function takeBackNotices(
  { db }: ReviewTools,
  repeated: readonly ReadStep[],
  transaction: Transaction,
): Promise<void> {
  const copies = await db.getModel(COPIES).findAll({ where: { stepId: repeated.map(({ id }) => id) }, transaction });
  const ids = [...repeated.flatMap(({ tasks }) => tasks.map(({ id }) => id)), ...copies.map((copy) => copy.get('id'))];
  await db.getModel(COPIES).destroy({ where: { id: copies.map((copy) => copy.get('id') as string) }, transaction });
  const messages = db.getCollection('notificationInAppMessages');
  if (!messages || ids.length === 0) return;
  await db.sequelize.query(`DELETE FROM ${messages.quotedTableName()} WHERE options->>'url' IN (:addresses)`, {
    replacements: { addresses: ids.map((id) => taskAddress(String(id))) },
    transaction,
  });
}
