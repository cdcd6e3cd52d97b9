import { runAsSystem, type PerformOptions, type TransitionContext, keyOf } from '@hongxin/plugin-foundation';
import { IDENTITY_HASH, IDENTITY_NUMBER } from '@hongxin/plugin-governance';
import { MEMBER_REGISTRATIONS, UNIT_REGISTRATIONS } from '../constants';
import { areasById, communityOf, type Area } from '../common/areas';

/** How a registration is handed on. */
export interface Succession {
  collection: string;
  /** What goes along to the other community. */
  carried: readonly string[];
  /** Why it leaves when nobody says. */
  leaveReason: string;
  /** What the target means for the successor. */
  place(target: Area, community: Area): Record<string, unknown>;
}

/** The door number belongs to the old home. */
const CARRIED = [
  'ownerId',
  'personId',
  'personName',
  'phone',
  IDENTITY_NUMBER,
  IDENTITY_HASH,
  'unitId',
  'position',
  'skills',
  'serviceIntentions',
  'availableTimes',
  'consentVersion',
  'consentAt',
] as const;

export const MEMBER_SUCCESSION: Succession = {
  collection: MEMBER_REGISTRATIONS,
  carried: CARRIED,
  leaveReason: 'moved',
  place: (target, community) => ({
    homeAreaId: target.level === 'building' || target.level === 'unit' ? target.id : null,
    areaId: community.id,
  }),
};

/** A unit goes to the community or estate that was chosen; from deeper down to the community. */
export const UNIT_SUCCESSION: Succession = {
  collection: UNIT_REGISTRATIONS,
  carried: ['ownerId', 'unitId', 'serviceTeam', 'contributions', 'contributionNote', 'contactName', 'contactPhone'],
  leaveReason: 'rebalanced',
  place: (target, community) => ({ targetAreaId: target.level === 'estate' ? target.id : community.id }),
};

export type Perform = (options: PerformOptions) => Promise<unknown>;

/**
 * A transfer opens the registration at the receiving community in the same transaction and submits it there at once,
 * so that nobody is lost between two communities: that community accepts it, or returns it (to a member for the new
 * building). The system acts on behalf of who transferred; the events of both registrations tell.
 */
export function openSuccessor(perform: Perform, succession: Succession) {
  return async ({ db, record, now, actor, transaction }: TransitionContext): Promise<void> => {
    const scope = { db, transaction };
    const targetId = String(keyOf(record, 'transferToAreaId'));
    const target = (await areasById([targetId], scope)).get(targetId);
    const community = target && (await communityOf(target, scope));
    if (!target || !community) throw new Error(`area ${targetId} vanished during a transfer`);
    const values = {
      ...Object.fromEntries(succession.carried.map((field) => [field, record.get(field)])),
      ...succession.place(target, community),
      transferredFromId: record.get('id'),
    };
    await runAsSystem(async () => {
      if (!record.get('leaveReason')) await record.update({ leaveReason: succession.leaveReason }, { transaction });
      const successor = await db.getRepository(succession.collection).create({ values, transaction });
      await perform({
        collection: succession.collection,
        recordId: String(successor.get('id')),
        transition: 'submit',
        actor: { userId: null, roles: [], onBehalfOfId: actor.userId ?? actor.onBehalfOfId ?? null },
        now,
        transaction,
      });
    });
  };
}
