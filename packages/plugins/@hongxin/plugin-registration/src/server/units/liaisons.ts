import {
  applicationOf,
  currentIdentity,
  hasOwnOnly,
  keyOf,
  selectRows,
  type Candidate,
  type Scope,
} from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import { registrationReason } from '../reasons';

interface Unit {
  id: string;
  liaisonId: string | null;
}

/**
 * A record of a unit belongs to the unit's liaison. Who may write such records of their own only names no unit or the own
 * one, and may act in the name of no other; who may for a place, and the system, may enter a record for any unit.
 */
export async function completeUnit({ record, refuse, set }: Candidate, scope: Scope): Promise<void> {
  const identity = currentIdentity();
  const { name } = (record.constructor as typeof Model).collection;
  const action = record.isNewRecord ? 'create' : 'update';
  const isLiaison = identity !== null && hasOwnOnly(applicationOf(scope.db), name, action);
  let unitId = keyOf(record, 'unitId');
  if (isLiaison && unitId === null) {
    unitId = await ownUnit(identity.userId, scope);
    if (unitId === null) return refuse(registrationReason('UNIT_WANTED', {}, 'unitId'));
    set('unitId', Number(unitId));
  }
  if (unitId === null) return;
  const [unit] = await selectRows<Unit>(
    scope,
    'SELECT id::text AS id, "liaisonId"::text AS "liaisonId" FROM {hxUnits} WHERE id = :unitId',
    { unitId },
  );
  if (isLiaison && String(unit?.liaisonId) !== String(identity.userId))
    return refuse(registrationReason('UNIT_NOT_REPRESENTED', {}, 'unitId'));
  set('ownerId', !unit?.liaisonId ? null : Number(unit.liaisonId));
}

/** The unit whose liaison a user is; the first of several. */
export async function ownUnit(userId: number | null, scope: Scope): Promise<string | null> {
  const sql = 'SELECT id::text AS id FROM {hxUnits} WHERE "liaisonId" = :userId ORDER BY id LIMIT 1';
  const [unit] = userId === null ? [] : await selectRows<{ id: string }>(scope, sql, { userId });
  return unit?.id ?? null;
}
