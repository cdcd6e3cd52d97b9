import { refuse, runAsSystem } from '@hongxin/plugin-foundation';
import type { InvitationKind } from '@hongxin/plugin-governance';
import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';
import { UNITS } from '../constants';

/** Whoever accepts becomes the unit's liaison, in the place of the one before. */
export function liaisonInvitations(db: Database): InvitationKind {
  return {
    name: 'unitLiaison',
    collection: UNITS,
    role: 'hx-unit',

    async subject(id, transaction) {
      const unit: Model | null = await db.getRepository(UNITS).findOne({ filterByTk: id, transaction });
      if (!unit) throw refuse(404, 'RECORD_NOT_FOUND');
      const [areaId, areaCode] = [unit.get('areaId') as string | null, unit.get('areaCode') as string | null];
      return { name: null, areaId, areaCode };
    },

    async accept(id, userId, transaction) {
      const lock = transaction.LOCK.UPDATE;
      const unit = (await db.getModel(UNITS).findOne({ where: { id }, transaction, lock })) as Model | null;
      if (!unit) throw refuse(404, 'INVITATION_INVALID');
      await runAsSystem(() => unit.update({ liaisonId: userId }, { transaction }));
    },
  };
}
