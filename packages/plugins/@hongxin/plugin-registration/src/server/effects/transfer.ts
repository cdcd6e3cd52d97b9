import { runAsSystem, type PerformOptions, type TransitionContext } from '@hongxin/plugin-foundation';
import { keyOf } from '@hongxin/plugin-governance';
import { MEMBER_REGISTRATIONS } from '../constants';
import { areasById, communityOf } from '../rules/areas';

/** What goes with a member to another community; the door number belongs to the old home. */
const CARRIED = [
  'ownerId',
  'personId',
  'personName',
  'phone',
  'unitId',
  'position',
  'skills',
  'serviceIntentions',
  'availableTimes',
  'consentVersion',
  'consentAt',
] as const;

export type Perform = (options: PerformOptions) => Promise<unknown>;

/**
 * A transfer opens the registration at the receiving community in the same transaction and submits it there at once,
 * so that nobody is lost between two communities: that community accepts it, or returns it to the member for the new
 * building. The system acts on behalf of who transferred; the events of both registrations tell.
 */
export function openSuccessor(perform: Perform) {
  return async ({ db, record, now, actor, transaction }: TransitionContext): Promise<void> => {
    const scope = { db, transaction };
    const targetId = String(keyOf(record, 'transferToAreaId'));
    const target = (await areasById([targetId], scope)).get(targetId);
    const community = target && (await communityOf(target, scope));
    if (!target || !community) throw new Error(`area ${targetId} vanished during a transfer`);
    const isHome = target.level === 'building' || target.level === 'unit';
    const values = {
      ...Object.fromEntries(CARRIED.map((field) => [field, record.get(field)])),
      homeAreaId: isHome ? target.id : null,
      areaId: community.id,
      transferredFromId: record.get('id'),
    };
    await runAsSystem(async () => {
      if (!record.get('leaveReason')) await record.update({ leaveReason: 'moved' }, { transaction });
      const successor = await db.getRepository(MEMBER_REGISTRATIONS).create({ values, transaction });
      await perform({
        collection: MEMBER_REGISTRATIONS,
        recordId: String(successor.get('id')),
        transition: 'submit',
        actor: { userId: null, roles: [], onBehalfOfId: actor.userId ?? actor.onBehalfOfId ?? null },
        now,
        transaction,
      });
    });
  };
}
