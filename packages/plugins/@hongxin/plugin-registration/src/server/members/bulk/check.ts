import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import { cleanName, normalizePhone, type Reason } from '@hongxin/rules/mechanism';
import {
  readRollRow,
  repeatedRows,
  rollKey,
  type RollChoices,
  type RollRow,
  type RollValues,
} from '@hongxin/rules/registration';
import { registrationReason } from '../../reasons';
import { Homes } from './homes';

/** A row that can be registered. */
export interface ReadyRow {
  row: number;
  values: RollValues & { homeAreaId: string };
}

/** A row as uploaded: its cells as texts, and which of them cannot be read as one sees them. */
export type UploadedRow = RollRow & { unread: readonly Reason[] };

export interface RowProblem {
  row: number;
  personName: string;
  reason: Reason;
}

export interface RollCheck {
  ready: ReadyRow[];
  problems: RowProblem[];
}

/** States of a registration that another one would repeat. */
const UNDER_WAY_OR_ON_ROLL = ['submitted', 'unitConfirmed', 'accepted', 'onRoll', 'returned'];

/** Everything that can be said against the rows of a unit's roll, row by row; nothing is written. */
export async function checkRoll(
  unitId: string,
  rows: readonly UploadedRow[],
  choices: RollChoices,
  scope: Scope,
): Promise<RollCheck> {
  const repeated = repeatedRows(rows);
  const homes = await Homes.read(
    rows.map(({ estate }) => estate),
    scope,
  );
  const registered = await registeredAlready(unitId, rows, scope);
  const check: RollCheck = { ready: [], problems: [] };
  rows.forEach((row, index) => {
    const { values, reasons } = readRollRow(row, choices);
    const unread = new Set(row.unread.map(({ field }) => field));
    const found = homes.find(row.estate, row.building);
    const twice = repeated.get(index);
    const onRoll = registered.has(rollKey(row.personName, row.phone));
    const all = [
      ...row.unread,
      // what a cell would say if it could be read is not known
      ...[...reasons, ...homeReasons(row, homes, found.length)].filter(({ field }) => !unread.has(field)),
      ...(twice ? [twice] : []),
      ...(onRoll
        ? [registrationReason('ROLL_ALREADY_REGISTERED', { personName: values.personName }, 'personName')]
        : []),
    ];
    if (all.length === 0) check.ready.push({ row: row.row, values: { ...values, homeAreaId: found[0].id } });
    check.problems.push(...all.map((reason) => ({ row: row.row, personName: row.personName.trim(), reason })));
  });
  return check;
}

function homeReasons({ estate, building }: RollRow, homes: Homes, count: number): Reason[] {
  const name = estate.trim();
  if (name === '' || building.trim() === '' || count === 1) return [];
  if (!homes.knowsEstate(name)) return [registrationReason('ROLL_ESTATE_UNKNOWN', { name }, 'homeAreaId')];
  const params = { name, building: building.trim(), count };
  return [registrationReason(count === 0 ? 'ROLL_BUILDING_UNKNOWN' : 'ROLL_BUILDING_AMBIGUOUS', params, 'homeAreaId')];
}

/**
 * Who of the rows is on the unit's own roll, or on the way to it, as `rollKey`s. Whether somebody has registered with
 * another unit is not answered here: name and phone would be enough to ask after anybody in the city. The community that
 * is to accept the second registration is told.
 */
async function registeredAlready(unitId: string, rows: readonly RollRow[], scope: Scope): Promise<ReadonlySet<string>> {
  const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];
  const names = distinct(rows.map(({ personName }) => cleanName(personName)));
  const phones = distinct(rows.map(({ phone }) => normalizePhone(phone)));
  if (names.length === 0) return new Set();
  const found = await selectRows<{ personName: string; phone: string | null }>(
    scope,
    `SELECT "personName", phone FROM {hxMemberRegistrations}
     WHERE "unitId" = :unitId AND ("personName" IN (:names) OR phone IN (:phones)) AND state IN (:states)`,
    { unitId, names, phones: [...phones, ''], states: UNDER_WAY_OR_ON_ROLL },
  );
  return new Set(found.map(({ personName, phone }) => rollKey(personName, phone ?? '')));
}
