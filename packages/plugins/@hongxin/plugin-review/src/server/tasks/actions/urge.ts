import { action, foundationOf, refuse, runAsSystem, type ActionsOfResource } from '@hongxin/plugin-foundation';
import { Op, type Model, type Transaction } from '@nocobase/database';
import { TASKS } from '../../../shared/constants';
import { startOfToday } from '../../delegations/deputies';
import { alreadyDecided, whatHappened } from '../../steps/already';
import { handOver } from '../../steps/hand-over';
import { taskOf, tasksOfStep, type TaskRecord } from '../../steps/rows';
import type { ReviewTools } from '../../steps/tools';
import { standingOf } from './involved';

/** POST hxReviewTasks:urge/<id>: supervisors and the applicant, once a day per task. */
export function urgeActions(tools: ReviewTools): ActionsOfResource {
  return {
    urge: action({ right: 'loggedIn', record: 'key' }, async ({ ctx, id, userId }) => {
      const found = (await tools.db.getModel(TASKS).findByPk(id)) as Model | null;
      if (!found) throw refuse(404, 'RECORD_NOT_FOUND');
      const asked = taskOf(found);
      const standing = await standingOf(tools, ctx, asked);
      if (standing === 'holder' || standing === 'deputy') throw refuse(403, 'NOT_PERMITTED');
      const task = await withHolder(tools, asked);
      if (task.state !== 'pending') throw alreadyDecided(await whatHappened(tools, task));
      const now = tools.clock.now();
      const urgeOnce = async (transaction: Transaction): Promise<void> => {
        const free = { [Op.or]: [{ urgedAt: null }, { urgedAt: { [Op.lt]: startOfToday(now) } }] };
        const where = { id: task.id, state: 'pending', ...free };
        const [urged] = await tools.db.getModel(TASKS).update({ urgedAt: now }, { where, transaction });
        if (urged === 0) throw refuse(429, 'REVIEW_URGED_TODAY');
        const entry = {
          collectionName: task.collectionName,
          recordId: task.recordId,
          transition: 'reviewUrge',
          actorId: userId,
          details: { urgedTaskId: task.id },
        };
        await foundationOf(tools.app).events.append(entry, transaction);
        tools.notices.afterCommit(transaction, 'urged', [task]);
      };
      await runAsSystem(() => tools.db.sequelize.transaction(urgeOnce));
      return { urgedAt: now.toISOString() };
    }),
  };
}

/**
 * The task whose holder is to be told: of one whose holder is gone, what stands in its place.
 * @throws Refusal 400 when nobody has it
 */
async function withHolder(tools: ReviewTools, asked: TaskRecord): Promise<TaskRecord> {
  await handOver(tools, asked.stepId);
  const tasks = (await tasksOfStep(tools.db, asked.stepId)).map(taskOf);
  const now = tasks.find(({ id }) => id === asked.id) ?? asked;
  const task = now.state === 'reassigned' ? (tasks.find(({ state }) => state === 'pending') ?? now) : now;
  if (task.state === 'pending' && task.userId === null)
    throw refuse(400, 'REVIEW_NOBODY_TO_URGE', { step: task.stepTitle });
  return task;
}
