import { selectRows, type Scope, SYSTEM } from '@hongxin/plugin-foundation';
import { CLAIMS } from '../constants';
import type { Services } from '@hongxin/plugin-foundation';
import { HAS_SERVED } from '../claims/of-targets';

/** What the event of a claim that is settled afterwards says. */
const WHY = '项目已完成，按已认定的时长结束认领';

/**
 * Ends the claims that stayed open when their project was done: served by the hours that were verified, else given up. Claims
 * whose hours still wait for the host are left to them.
 */
export async function settleFinishedProjects(
  services: Pick<Services, 'performMany'>,
  { db, transaction }: Scope & { transaction: NonNullable<Scope['transaction']> },
): Promise<void> {
  const open = await selectRows<{ id: string; hasServed: boolean }>(
    { db, transaction },
    `SELECT c.id::text AS id, ${HAS_SERVED} AS "hasServed" FROM {hxClaims} c JOIN {hxCoProjects} j ON j.id = c."projectId"
     WHERE c.state = 'claimed' AND c."personId" IS NOT NULL AND j.state IN ('awaitingRating', 'closed', 'declined', 'terminated')
     ORDER BY c.id`,
  );
  for (const [transition, hasServed] of [['serve', true] as const, ['cancel', false] as const]) {
    const items = open
      .filter((claim) => claim.hasServed === hasServed)
      .map(({ id }) => ({ recordId: id, actor: SYSTEM, opinion: WHY }));
    if (items.length > 0) await services.performMany({ collection: CLAIMS, transition, items, transaction });
  }
}
