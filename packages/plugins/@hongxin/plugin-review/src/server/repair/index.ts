import { runAsSystem } from '@hongxin/plugin-foundation';
import { JOB_STATUS, EXECUTION_STATUS } from '@nocobase/plugin-workflow';
import type { Model } from '@nocobase/database';
import { MOVE_TYPE, NODE_TYPE, TASKS } from '../../shared/constants';
import { STEPS, taskOf } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';
import { closeSurplus, takeBackNotices } from './close-surplus';
import { readStanding, readSteps } from './read-steps';
import { repeatedSteps, surplusSteps } from './surplus-steps';

/**
 * Clears what runs that were begun again and again have left (a review that ended a branch was taken for lost every three
 * minutes): steps, tasks, jobs, runs, notices and figures. Doing it again finds nothing to do.
 */
export async function clearRepeatedRuns(tools: ReviewTools): Promise<void> {
  await tools.clock.calendar(); // before a transaction holds a connection
  await runAsSystem(async () => {
    await sayWhatWentOn(tools);
    for (const { collectionName, recordId } of await touchedRecords(tools)) await tidy(tools, collectionName, recordId);
    await closeLeftOver(tools);
  });
  await tools.background.idle();
}

/** Decided steps with something written after them went on, although nobody said so. */
async function sayWhatWentOn({ db }: ReviewTools): Promise<void> {
  await db.sequelize.query(
    `UPDATE ${tableOf(db, STEPS)} s SET "resumedAt" = s."settledAt"
     WHERE s.state IN ('approved', 'returned', 'rejected') AND s."resumedAt" IS NULL
       AND EXISTS (
         SELECT 1 FROM ${tableOf(db, 'jobs')} j
         WHERE j."executionId" = s."executionId" AND j.id <> s."jobId" AND j."createdAt" >= s."settledAt")`,
  );
}

async function touchedRecords({ db }: ReviewTools): Promise<{ collectionName: string; recordId: string }[]> {
  const [rows] = await db.sequelize.query(
    `SELECT DISTINCT s."collectionName", s."recordId" FROM ${tableOf(db, STEPS)} s
     WHERE s.state = 'pending' OR EXISTS (
       SELECT 1 FROM ${tableOf(db, STEPS)} e
       WHERE e."collectionName" = s."collectionName" AND e."recordId" = s."recordId" AND e."nodeKey" = s."nodeKey"
         AND e."workflowKey" = s."workflowKey" AND e.id < s.id
         AND (e."settledAt" IS NULL OR e."settledAt" > s."startedAt"))
     ORDER BY 1, 2`,
  );
  return rows as { collectionName: string; recordId: string }[];
}

async function tidy(tools: ReviewTools, collectionName: string, recordId: string): Promise<void> {
  await tools.db.sequelize.transaction(async (transaction) => {
    const record = await readStanding(tools, collectionName, recordId, transaction);
    const steps = await readSteps(tools, collectionName, recordId, transaction);
    const surplusIds = surplusSteps(steps, record);
    const repeatedIds = repeatedSteps(steps);
    const isKept = ({ id, state, decisions }: (typeof steps)[number]) =>
      decisions > 0 || (state === 'pending' && !surplusIds.has(id));
    const surplus = steps.filter(({ id }) => surplusIds.has(id));
    const repeated = steps.filter((step) => repeatedIds.has(step.id) && !isKept(step));
    if (surplus.length > 0) await closeSurplus(tools, surplus, transaction);
    if (repeated.length > 0) await takeBackNotices(tools, repeated, transaction);
  });
}

/** Jobs of runs that have ended, and tasks of steps that have, wait for nobody. */
async function closeLeftOver(tools: ReviewTools): Promise<void> {
  const { db } = tools;
  await db.sequelize.query(
    `UPDATE ${tableOf(db, 'jobs')} j SET status = ${JOB_STATUS.CANCELED}
     FROM ${tableOf(db, 'executions')} x
     WHERE x.id = j."executionId" AND x.status <> ${EXECUTION_STATUS.STARTED} AND j.status = ${JOB_STATUS.PENDING}
       AND EXISTS (
         SELECT 1 FROM ${tableOf(db, 'flow_nodes')} n
         WHERE n."workflowId" = x."workflowId" AND n.type IN ('${NODE_TYPE}', '${MOVE_TYPE}'))`,
  );
  await db.sequelize.transaction(async (transaction) => {
    const [rows] = await db.sequelize.query(
      `SELECT t.id::text AS id FROM ${tableOf(db, TASKS)} t JOIN ${tableOf(db, STEPS)} s ON s.id = t."stepId"
       WHERE t.state IN ('pending', 'waiting') AND s.state <> 'pending'`,
      { transaction },
    );
    const where = { id: (rows as { id: string }[]).map(({ id }) => id) };
    const tasks = (await db.getModel(TASKS).findAll({ where, transaction })) as Model[];
    for (const task of tasks) await task.update({ state: 'aborted', decidedAt: tools.clock.now() }, { transaction });
    tools.counter.touch(transaction, tasks.map(taskOf));
  });
}

const tableOf = (db: ReviewTools['db'], name: string): string => db.getCollection(name).quotedTableName();
