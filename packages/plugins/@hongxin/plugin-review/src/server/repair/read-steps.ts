import { foundationOf } from '@hongxin/plugin-foundation';
import { Op, type Model, type Transaction } from '@nocobase/database';
import { EXECUTION_STATUS } from '@nocobase/plugin-workflow';
import { lockRecord } from '../steps/lock';
import { STEPS, stepOf, taskOf, tasksOfStep, type StepRow, type TaskRecord } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';
import type { SeenStep, Standing } from './surplus-steps';

export interface ReadStep extends SeenStep {
  row: Model;
  step: StepRow;
  tasks: TaskRecord[];
}

/** All steps of a record in the order in which they began, with what tells whether they are too many. */
export async function readSteps(
  tools: ReviewTools,
  collectionName: string,
  recordId: string,
  transaction: Transaction,
): Promise<ReadStep[]> {
  const { db } = tools;
  const where = { collectionName, recordId };
  const rows = (await db.getModel(STEPS).findAll({ where, order: [['id', 'ASC']], transaction })) as Model[];
  const read: ReadStep[] = [];
  for (const row of rows) {
    const step = stepOf(row);
    const execution = await db.getModel('executions').findByPk(step.executionId, { transaction });
    const job = await db.getModel('jobs').findByPk(step.jobId, { transaction });
    const tasks = (await tasksOfStep(db, step.id, transaction)).map(taskOf);
    const { id, executionId, workflowKey, nodeKey, state, recordState, startedAt, settledAt } = step;
    read.push({
      row,
      step,
      tasks,
      id,
      executionId,
      workflowKey,
      nodeKey,
      state,
      recordState,
      startedAt,
      settledAt,
      isRunOpen: execution?.get('status') === EXECUTION_STATUS.STARTED,
      decisions: tasks.filter(({ decision }) => decision !== null).length,
      isInLoop: await isInLoop(tools, step.nodeId, transaction),
      returnedTo: (job?.get('result') as { returnedTo?: string } | null)?.returnedTo ?? null,
    });
  }
  return read;
}

/** Where the record stands, under its lock. */
export async function readStanding(
  { app, db }: ReviewTools,
  collectionName: string,
  recordId: string,
  transaction: Transaction,
): Promise<Standing | null> {
  const record = await lockRecord(db.getCollection(collectionName), recordId, transaction);
  if (!record) return null;
  const process = foundationOf(app).transitions.processOf(collectionName)?.definition;
  const moves = (await db.getModel('hxEvents').findAll({
    where: { collectionName, recordId, to: { [Op.ne]: null } },
    order: [
      ['at', 'DESC'],
      ['id', 'DESC'],
    ],
    limit: 20,
    transaction,
  })) as Model[];
  const last = moves.find((event) => event.get('from') !== event.get('to'));
  const { executionId } = (last?.get('details') ?? {}) as { executionId?: unknown };
  return {
    state: process ? String(record.get(process.stateField)) : null,
    movedBy: executionId === undefined ? null : String(executionId),
  };
}

async function isInLoop({ db }: ReviewTools, nodeId: string, transaction: Transaction): Promise<boolean> {
  let node = await db.getModel('flow_nodes').findByPk(nodeId, { transaction });
  while (node) {
    const upstreamId = node.get('upstreamId') as string | null;
    const above = upstreamId === null ? null : await db.getModel('flow_nodes').findByPk(upstreamId, { transaction });
    if (above?.get('type') === 'loop' && node.get('branchIndex') !== null) return true;
    node = above;
  }
  return false;
}
