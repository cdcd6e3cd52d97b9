import { action, actorOf, foundationOf, refuse, runAsSystem, type ActionsOfResource } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';
import type { ReviewTools } from '../../steps/tools';
import { withdraw } from '../../steps/withdraw';
import { OPINION, RECORD } from '../../common/request';

/** What the log says when the applicant gives no reason of their own. */
const WITHDRAWN = '申请人撤回';

/** POST hxReviewTasks:withdraw {collection, recordId, opinion?} → { withdrawn }: the applicant takes it back. */
export function withdrawActions(tools: ReviewTools): ActionsOfResource {
  return {
    withdraw: action({ right: 'loggedIn', body: { ...RECORD, opinion: OPINION } }, async ({ ctx, body }) => {
      const { collection: collectionName, recordId } = body;
      const actor = actorOf(ctx);
      if (!tools.db.hasCollection(collectionName)) throw refuse(404, 'RECORD_NOT_FOUND');
      const opinion = body.opinion?.trim() || WITHDRAWN;
      const takeBack = async (transaction: Transaction): Promise<number> => {
        const count = await withdraw(tools, { collectionName, recordId, actor, opinion }, transaction);
        const entry = { collectionName, recordId, transition: 'reviewWithdraw', actorId: actor.userId, opinion };
        await foundationOf(tools.app).events.append(entry, transaction);
        return count;
      };
      const withdrawn = await runAsSystem(() => tools.db.sequelize.transaction(takeBack));
      return { withdrawn };
    }),
  };
}
