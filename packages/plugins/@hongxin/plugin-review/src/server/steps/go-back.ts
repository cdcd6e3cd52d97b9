import { JOB_STATUS } from '@nocobase/plugin-workflow';
import type { Model, Transaction } from '@nocobase/database';
import type { ReviewResult } from '../../shared/config';
import { TASKS } from '../../shared/constants';
import { termsOf } from '../node/terms';
import { workflowOf } from '../workflow-of';
import { handOverLocked } from './hand-over';
import type { LockedStep } from './lock';
import { openTasks, turnTimes } from './open-tasks';
import { factsOf } from './record-facts';
import { STEPS, stepOf, taskOf, tasksOfStep } from './rows';
import type { ReviewTools } from './tools';

/**
 * Sends a returned matter to the review before it in the same run, for another round with those who decided there.
 * @returns false when there was none: it then goes back to the applicant
 */
export async function goBack(
  tools: ReviewTools,
  { step, record }: LockedStep,
  result: ReviewResult,
  transaction: Transaction,
): Promise<boolean> {
  const steps = (await tools.db.getModel(STEPS).findAll({
    where: { executionId: step.executionId, state: 'approved' },
    order: [['id', 'DESC']],
    transaction,
  })) as Model[];
  const earlier = steps.map(stepOf).find(({ nodeId }) => nodeId !== step.nodeId);
  const node = earlier && (await tools.db.getModel('flow_nodes').findByPk(earlier.nodeId, { transaction }));
  if (!earlier || !node || !record) return false;
  const jobs = tools.db.getModel('jobs');
  const [before, own] = [
    await jobs.findByPk(earlier.jobId, { transaction }),
    await jobs.findByPk(step.jobId, { transaction }),
  ];
  if (!before || !own) return false;
  await own.update(
    { status: JOB_STATUS.RESOLVED, result: { ...result, returnedTo: earlier.nodeKey } },
    { transaction },
  );
  const now = tools.clock.now();
  // the step that was sent back has its successor: nothing else follows from it
  await tools.db
    .getModel(STEPS)
    .update({ resumeClaimedAt: now, resumedAt: now }, { where: { id: step.id }, transaction });
  const job = await jobs.create(
    {
      id: String(workflowOf(tools.app).snowflake.getUniqueID()),
      executionId: step.executionId,
      nodeId: earlier.nodeId,
      nodeKey: earlier.nodeKey,
      upstreamId: before.get('upstreamId'),
      status: JOB_STATUS.PENDING,
      result: { decision: null },
      startedAt: now,
    },
    { transaction },
  );
  const terms = termsOf({ type: String(node.get('type')), title: earlier.title, config: node.get('config') });
  const times = await turnTimes(tools, terms, record, now);
  const facts = await factsOf(tools.app, record, {
    actorId: step.applicantId,
    placeField: terms.placeField,
    transaction,
  });
  const { id: _id, ...kept } = earlier;
  const row = (await tools.db.getModel(STEPS).create(
    {
      ...kept,
      jobId: job.get('id'),
      recordState: facts.recordState,
      round: earlier.round + 1,
      state: 'pending',
      raised: 0,
      startedAt: now,
      settledAt: null,
      waitingMinutes: null,
      snapshot: null,
      changes: null,
      resumeClaimedAt: null,
      resumedAt: null,
      remindedAt: null,
      overdueNoticedAt: null,
      ...times,
    },
    { transaction },
  )) as Model;
  const asked = await tools.db
    .getModel(TASKS)
    .findAll({ where: { stepId: earlier.id }, order: [['sequence', 'ASC']], transaction });
  const decided = asked.map((task) => taskOf(task as Model));
  const again = decided.filter(({ state }) => ['approved', 'skipped'].includes(state));
  await openTasks(
    tools,
    row,
    facts,
    terms,
    again.flatMap(({ userId, rule }) => (userId === null ? [] : [{ userId, rule: rule ?? { type: 'users' } }])),
    { isFallback: false, title: decided[0]?.title ?? earlier.title, now, dueAt: times.dueAt, transaction },
  );
  // whoever decided there may have left meanwhile
  const locked = { row, step: stepOf(row), tasks: await tasksOfStep(tools.db, stepOf(row).id, transaction), record };
  await handOverLocked(tools, locked, transaction);
  return true;
}
