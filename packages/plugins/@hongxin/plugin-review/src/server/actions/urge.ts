import { foundationOf, refuse, runAsSystem } from '@hongxin/plugin-foundation';
import type { Context, Next } from '@nocobase/actions';
import { Op, type Model, type Transaction } from '@nocobase/database';
import { TASKS } from '../../shared/constants';
import { startOfToday } from '../delegation/deputies';
import { alreadyDecided, whatHappened } from '../steps/already';
import { taskOf, type ReviewTools } from '../steps/tools';
import { standingOf } from './involved';
import { idOf } from './request';

/** POST hxReviewTasks:urge/<id>: supervisors and the applicant, once a day per task. */
export function urgeActions(tools: ReviewTools) {
  return {
    async urge(ctx: Context, next: Next): Promise<void> {
      const found = (await tools.db.getModel(TASKS).findByPk(idOf(ctx))) as Model | null;
      if (!found) throw refuse(404, 'RECORD_NOT_FOUND');
      const task = taskOf(found);
      const standing = await standingOf(tools, ctx, task);
      if (standing === 'holder' || standing === 'deputy') throw refuse(403, 'NOT_PERMITTED');
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
          actorId: Number(ctx.state.currentUser?.id),
          details: { urgedTaskId: task.id },
        };
        await foundationOf(tools.app).events.append(entry, transaction);
        tools.notices.afterCommit(transaction, 'urged', [task]);
      };
      await runAsSystem(() => tools.db.sequelize.transaction(urgeOnce));
      ctx.body = { urgedAt: now.toISOString() };
      await next();
    },
  };
}
