import { foundationOf } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { UNITS } from '../constants';

/** What listeners of `hx.accountOpened` receive, inside the transaction that makes the account. */
interface OpenedAccount {
  record: Model;
  kind: string;
  userId: number;
  transaction: Transaction;
}

/**
 * A liaison whose request was approved gets the unit of that credit code, where nobody has it yet; a unit that is not
 * on the list is left to those in charge of it: an application makes no units.
 */
export const giveUnitToLiaison =
  (app: Application) =>
  async ({ record, kind, userId, transaction }: OpenedAccount): Promise<void> => {
    if (kind !== 'unit') return;
    const filter = { creditCode: String(record.get('creditCode')), liaisonId: null };
    const unit: Model | null = await app.db.getRepository(UNITS).findOne({ filter, transaction });
    if (!unit) return;
    await unit.update({ liaisonId: userId }, { transaction });
    const about = { collectionName: UNITS, recordId: String(unit.get('id')), actorId: null, transition: 'changed' };
    await foundationOf(app).events.append({ ...about, details: { fields: ['liaison'] } }, transaction);
  };
