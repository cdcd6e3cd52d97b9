import { type TransitionContext, keyOf } from '@hongxin/plugin-foundation';
import { chinaDay } from '@hongxin/rules/mechanism';
import { areasById, communityOf, receivingOrganization } from '../common/areas';

/** On submission a unit's registration reaches the community or estate it is meant for, and the receiving organisation. */
export async function placeUnit({ db, record, now, transaction }: TransitionContext): Promise<void> {
  const scope = { db, transaction };
  const targetId = keyOf(record, 'targetAreaId');
  const target = targetId === null ? undefined : (await areasById([targetId], scope)).get(targetId);
  const community = target && (await communityOf(target, scope));
  if (!target || !community) throw new Error(`area ${targetId} vanished during a submission`);
  const organizationId = await receivingOrganization(community.id, scope);
  record.set({
    areaId: Number(target.id),
    // the digits too: the number that is issued next is made of them
    areaCode: target.code,
    organizationId: organizationId === null ? null : Number(organizationId),
    registeredOn: chinaDay(now),
  });
}
