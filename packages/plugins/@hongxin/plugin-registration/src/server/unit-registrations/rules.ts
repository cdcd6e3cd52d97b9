import {
  currentIdentity,
  distinct,
  keyOf,
  selectRows,
  textOf,
  touches,
  type RecordRule,
} from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';

interface UnitRow {
  id: string;
  liaisonId: string | null;
  contactName: string | null;
  contactPhone: string | null;
}

/** A registration belongs to the unit's liaison, who registers no other unit; the unit's contact is not typed again. */
export const completeUnitRegistrations: RecordRule = async (candidates, scope) => {
  const identity = currentIdentity();
  const moved = candidates.filter(({ record }) => touches(record, 'unitId'));
  const keys = distinct(moved.map(({ record }) => keyOf(record, 'unitId')));
  const rows =
    keys.length === 0
      ? []
      : await selectRows<UnitRow>(
          scope,
          `SELECT id::text AS id, "liaisonId"::text AS "liaisonId", "contactName", "contactPhone"
           FROM {hxUnits} WHERE id IN (:keys)`,
          { keys },
        );
  const units = new Map(rows.map((row) => [row.id, row]));
  for (const { record, refuse, set } of moved) {
    const unit = units.get(keyOf(record, 'unitId') ?? '');
    if (!unit) {
      if (record.isNewRecord && identity) set('ownerId', identity.userId);
      continue;
    }
    const isLiaison = identity !== null && unit.liaisonId === String(identity.userId);
    if (identity && !identity.isAdministrator && !isLiaison) {
      refuse(registrationReason('UNIT_NOT_YOURS', {}, 'unitId'));
      continue;
    }
    set('ownerId', unit.liaisonId === null ? null : Number(unit.liaisonId));
    if (!record.isNewRecord) continue;
    if (textOf(record, 'contactName') === null && unit.contactName) set('contactName', unit.contactName);
    if (textOf(record, 'contactPhone') === null && unit.contactPhone) set('contactPhone', unit.contactPhone);
  }
};
