import type Database from '@nocobase/database';
import { Op, type Model, type Transaction } from '@nocobase/database';
import type { ExecutionModel } from '@nocobase/plugin-workflow';

/**
 * Whether a record has moved on without the run that is about it: its latest transition is neither the one that started
 * the run nor one of the run's own. Runs of other triggers know no event and are never overtaken.
 */
export async function isOvertaken(
  db: Database,
  execution: ExecutionModel,
  collectionName: string,
  recordId: string,
  transaction: Transaction,
): Promise<boolean> {
  const { eventId, collectionName: about } = (execution.context ?? {}) as { eventId?: string; collectionName?: string };
  if (!eventId || about !== collectionName) return false;
  const recent = (await db.getModel('hxEvents').findAll({
    attributes: ['id', 'from', 'to', 'details'],
    where: { collectionName, recordId, to: { [Op.ne]: null } },
    order: [
      ['at', 'DESC'],
      ['id', 'DESC'],
    ],
    limit: 20,
    transaction,
  })) as Model[];
  // a step that leaves the state as it is does not overtake anybody
  const latest = recent.find((event) => event.get('from') !== event.get('to'));
  if (!latest || String(latest.get('id')) === String(eventId)) return false;
  const details = latest.get('details') as { executionId?: unknown } | null;
  return String(details?.executionId) !== String(execution.id);
}
