import { refuse } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import type { Already } from '../../shared/contract';
import type { TaskState } from '../../shared/constants';
import { taskOf, tasksOfStep, type TaskRecord } from './rows';
import type { ReviewTools } from './tools';

const DECIDED = new Set(['approved', 'returned', 'rejected']);

/** What has become of a task that cannot be decided any more: who did what, and when. */
export async function whatHappened(
  { db }: Pick<ReviewTools, 'db'>,
  task: TaskRecord,
  transaction?: Transaction,
): Promise<Already> {
  const all = (await tasksOfStep(db, task.stepId, transaction)).map(taskOf);
  const byTime = (a: TaskRecord, b: TaskRecord) => Number(b.decidedAt ?? 0) - Number(a.decidedAt ?? 0);
  const decisive = task.state === 'skipped' ? all.filter(({ state }) => DECIDED.has(state)).sort(byTime)[0] : undefined;
  const told = decisive ?? task;
  const byApplicant = told.state === 'withdrawn' ? told.applicantId : null;
  const whoId = told.decidedById ?? byApplicant;
  const user = whoId === null ? null : ((await db.getModel('users').findByPk(whoId, { transaction })) as Model | null);
  return {
    who: user ? String(user.get('nickname') ?? user.get('username') ?? '') : null,
    what: told.state as TaskState,
    when: told.decidedAt ? told.decidedAt.toISOString() : null,
  };
}

/** 409: somebody or something was faster. */
export function alreadyDecided({ who, what, when }: Already) {
  return refuse(409, who === null ? 'TASK_ALREADY_SETTLED' : 'TASK_ALREADY_DECIDED', {
    who: who ?? '',
    what,
    when: when ?? '',
  });
}
