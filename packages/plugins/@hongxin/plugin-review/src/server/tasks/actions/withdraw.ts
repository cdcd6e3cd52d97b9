import { actorOf, foundationOf, refuse, runAsSystem } from '@hongxin/plugin-foundation';
import type { Context, Next } from '@nocobase/actions';
import type { Transaction } from '@nocobase/database';
import type { ReviewTools } from '../../steps/tools';
import { withdraw } from '../../steps/withdraw';
import { bodyOf, requireText, textOrNull } from '../../common/request';

/** What the log says when the applicant gives no reason of their own. */
const OPINION = '申请人撤回';

/** POST hxReviewTasks:withdraw {collection, recordId, opinion?} → { withdrawn }: the applicant takes it back. */
export function withdrawActions(tools: ReviewTools) {
  return {
    async withdraw(ctx: Context, next: Next): Promise<void> {
      const body = bodyOf(ctx);
      const [collectionName, recordId] = [requireText(body, 'collection'), requireText(body, 'recordId')];
      const actor = actorOf(ctx);
      if (!tools.db.hasCollection(collectionName)) throw refuse(404, 'RECORD_NOT_FOUND');
      const opinion = textOrNull(body, 'opinion')?.trim() || OPINION;
      const takeBack = async (transaction: Transaction): Promise<number> => {
        const count = await withdraw(tools, { collectionName, recordId, actor, opinion }, transaction);
        const entry = { collectionName, recordId, transition: 'reviewWithdraw', actorId: actor.userId, opinion };
        await foundationOf(tools.app).events.append(entry, transaction);
        return count;
      };
      const withdrawn = await runAsSystem(() => tools.db.sequelize.transaction(takeBack));
      ctx.body = { withdrawn };
      await next();
    },
  };
}
