import { refuse, SYSTEM } from '@hongxin/plugin-foundation';
import { timeoutStep } from '@hongxin/rules/review';
import { EXECUTION_STATUS } from '@nocobase/plugin-workflow';
import type { Model, Transaction } from '@nocobase/database';
import { TASKS } from '../../shared/constants';
import type { Assignee } from '../assignees/find';
import { termsOf, type StepTerms } from '../node/terms';
import { nearestAbove } from './above';
import { lockStep, type LockedStep } from './lock';
import { openTasks, turnTimes } from './open-tasks';
import { factsOf } from './record-facts';
import { closeOpenTasks, endRun, settle } from './settle';
import { subjectOf } from './subject';
import { taskOf } from './rows';
import type { ReviewTools } from './tools';

const OPINION = '办理超时，系统按流程设置处理';

/**
 * Does what a node says for a step whose time has run out, once: the step is locked, and looked at again under the lock.
 * A transition that the guards refuse leaves the step with its reviewers, reminded.
 */
export async function timeOut(tools: ReviewTools, stepId: string): Promise<void> {
  try {
    await tools.db.sequelize.transaction((transaction) => timeOutLocked(tools, stepId, false, transaction));
  } catch (error) {
    tools.app.logger.warn(`a time-out of a review could not be carried out: ${(error as Error).message}`, { stepId });
    await tools.db.sequelize.transaction((transaction) => timeOutLocked(tools, stepId, true, transaction));
  }
}

async function timeOutLocked(
  tools: ReviewTools,
  stepId: string,
  isReminderOnly: boolean,
  transaction: Transaction,
): Promise<void> {
  const locked = await lockStep(tools, stepId, transaction);
  const now = tools.clock.now();
  if (!locked || locked.step.state !== 'pending' || !locked.step.dueAt || locked.step.dueAt > now) return;
  if (locked.row.get('overdueNoticedAt')) return;
  const node = (await tools.db.getModel('flow_nodes').findByPk(locked.step.nodeId, { transaction })) as Model | null;
  if (!node) return;
  const terms = termsOf({ type: String(node.get('type')), title: locked.step.title, config: node.get('config') });
  const above =
    terms.onTimeout === 'passUp' && !isReminderOnly ? await peopleAbove(tools, locked, terms, transaction) : [];
  const action = isReminderOnly ? 'remind' : terms.onTimeout;
  const step = timeoutStep(action, { raised: locked.step.raised, levelsLeft: above.length > 0 ? 1 : 0 });
  if (step.do === 'passUp') return passUp(tools, locked, terms, above, now, transaction);
  if (step.do === 'settle') {
    const { outcome } = step;
    const how = {
      outcome,
      cause: 'timeout',
      actor: SYSTEM,
      opinion: OPINION,
      values: {},
      taskId: null,
      leave: 'timedOut',
    } as const;
    return settle(tools, locked, node, terms, how, transaction);
  }
  if (step.do === 'end') {
    await locked.row.update({ state: 'timedOut', settledAt: now }, { transaction });
    await closeOpenTasks(tools, locked, 'timedOut', now, transaction);
    return endRun(tools, locked.step.executionId, EXECUTION_STATUS.CANCELED, transaction);
  }
  await locked.row.update({ overdueNoticedAt: now }, { transaction });
  const holders = locked.tasks.map(taskOf).filter(({ state }) => state === 'pending');
  tools.notices.afterCommit(transaction, 'overdue', holders);
}

async function peopleAbove(
  tools: ReviewTools,
  locked: LockedStep,
  terms: StepTerms,
  transaction: Transaction,
): Promise<Assignee[]> {
  const subject = await subjectOf(tools, locked, terms, transaction);
  const { holderAreaCode, applicantId } = locked.step;
  return subject ? nearestAbove(tools, subject, holderAreaCode, terms.excludeApplicant ? applicantId : null) : [];
}

/** To the level above, with a new deadline; whoever had it has it no more. */
async function passUp(
  tools: ReviewTools,
  locked: LockedStep,
  terms: StepTerms,
  above: readonly Assignee[],
  now: Date,
  transaction: Transaction,
): Promise<void> {
  const { row, step, record } = locked;
  if (!record) throw refuse(404, 'RECORD_NOT_FOUND');
  const [title] = locked.tasks.map(taskOf).map((task) => task.title);
  await closeOpenTasks(tools, locked, 'passedUp', now, transaction);
  const times = await turnTimes(tools, terms, record, now);
  const place = { raised: step.raised + 1, holderAreaCode: above[0].areaCode ?? step.holderAreaCode };
  await row.update({ ...times, ...place, remindedAt: null, overdueNoticedAt: null }, { transaction });
  const facts = await factsOf(tools.app, record, { placeField: terms.placeField, transaction });
  const options = { isFallback: false, title: title ?? step.title, now, dueAt: times.dueAt, transaction };
  await openTasks(tools, row, facts, { ...terms, mode: { kind: 'any' } }, above, options);
}

/** Tells the holders of a step that most of their time is over, once. */
export async function remind(tools: ReviewTools, stepId: string): Promise<void> {
  const now = tools.clock.now();
  const [claimed] = await tools.db
    .getModel('hxReviewSteps')
    .update({ remindedAt: now }, { where: { id: stepId, state: 'pending', remindedAt: null } });
  if (claimed === 0) return;
  const holders = await tools.db.getModel(TASKS).findAll({ where: { stepId, state: 'pending' } });
  await tools.notices.send(
    'reminder',
    holders.map((task) => taskOf(task as Model)),
  );
}
