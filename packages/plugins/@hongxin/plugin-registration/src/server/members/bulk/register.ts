import { runAsSystem, type Actor } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import { MEMBER_REGISTRATIONS } from '../../constants';
import { PRIVACY_NOTICE } from '../privacy-notice';
import type { Services } from '@hongxin/plugin-foundation';
import type { ReadyRow } from './check';

export interface BulkOrder {
  unitId: string;
  rows: readonly ReadyRow[];
  /** The unit's liaison, who confirms by uploading. */
  liaison: Actor;
  transaction: Transaction;
}

/**
 * Registers the members of a unit, all or none: drafts, then submitted by the system on behalf of the liaison, then
 * confirmed by the liaison. They wait for their communities like any other registration.
 */
export async function registerRoll(
  services: Services,
  { unitId, rows, liaison, transaction }: BulkOrder,
): Promise<{ row: number; id: number }[]> {
  const db = services.db;
  const model = db.getCollection(MEMBER_REGISTRATIONS).model as typeof Model;
  const drafts = rows.map(({ values }) => ({ ...values, unitId, consentVersion: PRIVACY_NOTICE.version }));
  const records = await runAsSystem(() =>
    model.bulkCreate(drafts, { transaction, hooks: true, returning: true, context: {} } as never),
  );
  const ids = records.map((record) => String(record.get('id')));
  const perform = (transition: string, actor: Actor) =>
    services.performMany({
      collection: MEMBER_REGISTRATIONS,
      transition,
      items: ids.map((recordId) => ({ recordId, actor })),
      transaction,
    });
  await perform('submit', { userId: null, roles: [], onBehalfOfId: liaison.userId });
  await perform('confirm', liaison);
  return rows.map(({ row }, index) => ({ row, id: Number(ids[index]) }));
}
