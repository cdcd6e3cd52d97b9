import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import {
  applicationOf,
  currentIdentity,
  foundationOf,
  mayAbove,
  Refusal,
  execute,
  selectRows,
  statement,
  type Scope,
  keyOf,
  textOf,
} from '@hongxin/plugin-foundation';
import { childLevel, isWithinArea, parseAreaCode, subtreeRange } from '@hongxin/rules/mechanism';
import { nextFreeChildCode } from '@hongxin/rules/governance';
import type { Application } from '@nocobase/server';
import { areaReason } from './reasons';
import { isPlaced } from './place-records';
import type { AreaRow } from './rules';

interface Move {
  area: AreaRow;
  newCode: string;
}

interface HookOptions {
  transaction?: Transaction;
  fields?: string[];
}

/**
 * Moving an area below another parent, or giving it another code, re-codes everything below it: its areas, and every
 * record of every collection of the pack that lies there. The event log keeps the codes of its day.
 */
export function areaMoves(app: Application) {
  const { db } = app;
  const pending = new WeakMap<Model, Move>();

  const plan = async (record: Model, options: HookOptions): Promise<void> => {
    if (!record.changed('parentId' as never) && !record.changed('code' as never)) return;
    const move = await planMove(record, { db, transaction: options.transaction });
    if (!move) return;
    for (const [field, value] of Object.entries({ code: move.newCode, level: move.area.level })) {
      record.set(field, value);
      if (options.fields && !options.fields.includes(field)) options.fields.push(field);
    }
    pending.set(record, move);
  };

  const follow = async (record: Model, options: HookOptions): Promise<void> => {
    const move = pending.get(record);
    if (!move) return;
    pending.delete(record);
    await carryOut(app, move, options.transaction);
  };

  return { 'hxAreas.beforeUpdate': [plan], 'hxAreas.afterUpdate': [follow] };
}

/** @returns what has to be re-coded, or null when nothing moves; throws every reason against it */
async function planMove(record: Model, scope: Scope): Promise<Move | null> {
  const id = String(record.get('id'));
  const parentKey = keyOf(record, 'parentId');
  const [area] = await selectRows<AreaRow & { parentId: string | null }>(
    scope,
    'SELECT id::text AS id, code, level, name, "parentId"::text AS "parentId" FROM {hxAreas} WHERE id = :id',
    { id },
  );
  const wantedCode = record.changed('code' as never) ? textOf(record, 'code') : null;
  const staysPut = (parentKey ?? null) === area.parentId && (wantedCode === null || wantedCode === area.code);
  if (staysPut) {
    record.set('code', area.code);
    return null;
  }
  // both parents and the area itself, always in the same order: two moves that cross wait instead of locking each other out
  const keys = [id, parentKey, area.parentId].filter((key): key is string => key !== null);
  const locked = await selectRows<AreaRow>(
    scope,
    'SELECT id::text AS id, code, level, name FROM {hxAreas} WHERE id IN (:keys) ORDER BY id FOR UPDATE',
    { keys },
  );
  const current = locked.find((row) => row.id === id) ?? area;
  const parent = locked.find((row) => row.id === parentKey);
  const newCode = await targetCode(current, parentKey, parent, wantedCode, scope);
  if (newCode === current.code) return null;
  refuseOutside(scope, current.code, newCode);
  return { area: current, newCode };
}

async function targetCode(
  area: AreaRow,
  parentKey: string | null,
  parent: AreaRow | undefined,
  wanted: string | null,
  scope: Scope,
): Promise<string> {
  if (area.level === 'city') return checkedCode(wanted ?? area.code, area, null, scope);
  if (parentKey === null) throw new Refusal(400, [areaReason('AREA_PARENT_REQUIRED', { name: area.name }, 'parentId')]);
  if (!parent) throw new Refusal(400, [areaReason('AREA_MISSING', {}, 'parentId')]);
  const expected = childLevel(parent.level);
  if (expected === null)
    throw new Refusal(400, [{ code: 'AREA_CODE_NO_CHILDREN', params: { code: parent.code }, field: 'parentId' }]);
  if (expected !== area.level) {
    throw new Refusal(400, [
      areaReason('AREA_LEVEL_MISMATCH', { areaLevel: area.level, expectedAreaLevel: expected }, 'parentId'),
    ]);
  }
  if (wanted !== null && wanted !== area.code) return checkedCode(wanted, area, parent, scope);
  if (isWithinArea(area.code, parent.code)) return area.code;
  const siblings = await selectRows<{ code: string }>(
    scope,
    'SELECT code FROM {hxAreas} WHERE "parentId" = :parentKey',
    {
      parentKey,
    },
  );
  const free = nextFreeChildCode(
    parent.code,
    siblings.map((row) => row.code),
  );
  if (!free.ok)
    throw new Refusal(
      400,
      free.reasons.map((each) => ({ ...each, field: 'parentId' })),
    );
  return free.code;
}

async function checkedCode(code: string, area: AreaRow, parent: AreaRow | null, scope: Scope): Promise<string> {
  const parsed = parseAreaCode(code);
  if (!parsed.ok)
    throw new Refusal(
      400,
      parsed.reasons.map((each) => ({ ...each, field: 'code' })),
    );
  if (parsed.level !== area.level) {
    throw new Refusal(400, [
      areaReason('AREA_LEVEL_MISMATCH', { areaLevel: area.level, expectedAreaLevel: parsed.level }, 'code'),
    ]);
  }
  if (parent && parsed.parent !== parent.code) {
    throw new Refusal(400, [areaReason('AREA_CODE_PARENT', { code, parentCode: parent.code }, 'code')]);
  }
  const [twin] = await selectRows<{ name: string }>(
    scope,
    'SELECT name FROM {hxAreas} WHERE code = :code AND id <> :id',
    {
      code,
      id: area.id,
    },
  );
  if (twin) throw new Refusal(400, [areaReason('AREA_CODE_EXISTS', { code, name: twin.name }, 'code')]);
  return code;
}

/** A move takes records from one place and brings them to another: who does it must be in charge of both. */
function refuseOutside({ db }: Scope, from: string, to: string): void {
  if (!currentIdentity()) return;
  // strictly above: being in charge of a building does not let one move it
  const holds = (code: string): boolean => mayAbove(applicationOf(db), 'hxAreas', 'update', code);
  if (holds(from) && holds(to)) return;
  throw new Refusal(403, [areaReason('AREA_MOVE_OUTSIDE', { from, to }, 'parentId')]);
}

async function carryOut(
  app: Application,
  { area, newCode }: Move,
  transaction: Transaction | undefined,
): Promise<void> {
  const scope = { db: app.db, transaction };
  const range = subtreeRange(area.code);
  const replacements = { ...range, newCode, keep: area.code.length + 1 };
  // the area's own row is already written; those below follow
  const areas = await execute(
    scope,
    'UPDATE {hxAreas} SET code = :newCode || substr(code, :keep) WHERE code >= :from AND code < :to',
    replacements,
  );
  const moved: Record<string, number> = { hxAreas: areas + 1 };
  for (const { table, name } of placedTables(app.db)) {
    const template = `UPDATE ${table} SET "areaCode" = :newCode || substr("areaCode", :keep) WHERE "areaCode" >= :from AND "areaCode" < :to`;
    const count = await execute(scope, template, replacements);
    if (count > 0) moved[name] = count;
  }
  if (!transaction) throw new Error('an area is moved inside a transaction only');
  await foundationOf(app).events.append(
    {
      collectionName: 'hxAreas',
      recordId: area.id,
      transition: 'move',
      from: area.code,
      to: newCode,
      actorId: currentIdentity()?.userId ?? null,
      details: { moved },
    },
    transaction,
  );
}

/** Every table of the pack whose records carry the digits of their area; the event log is left as it was written. */
function placedTables(db: Database): { table: string; name: string }[] {
  return [...db.collections.values()]
    .filter((collection) => collection.name !== 'hxEvents' && isPlaced(db, collection.name))
    .map((collection) => ({ table: statement(db, `{${collection.name}}`), name: collection.name }));
}
