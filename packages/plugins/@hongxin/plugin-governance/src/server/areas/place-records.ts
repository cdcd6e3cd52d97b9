import { askEach, selectRows, type Scope, completeKeys, distinct, keyOf } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import type Database from '@nocobase/database';
import type { AreaRow } from './rules';

/**
 * Areas by key, held against re-coding until the transaction ends: FOR KEY SHARE waits for a running move of the
 * area, then reads the code it got; a move that comes later waits for us and takes our record along.
 */
export function holdAreas(keys: readonly string[], scope: Scope): Promise<ReadonlyMap<string, AreaRow>> {
  return askEach(scope, 'held area', keys, (unknown) => readAndHold(unknown, scope));
}

async function readAndHold(keys: readonly string[], scope: Scope): Promise<Map<string, AreaRow>> {
  const lock = scope.transaction ? 'ORDER BY id FOR KEY SHARE' : '';
  const rows = await selectRows<AreaRow>(
    scope,
    `SELECT id::text AS id, code, level, name FROM {hxAreas} WHERE id IN (:keys) ${lock}`,
    { keys },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

interface HookOptions {
  transaction?: Scope['transaction'];
  fields?: string[];
  values?: Record<string, unknown>;
}

/** For which area, in which transaction, a record's digits were last read: several hooks run per save. */
const filled = new WeakMap<Model, { areaId: string | null; transaction: Scope['transaction'] }>();

function needsCode(record: Model, options: HookOptions): boolean {
  if (!record.isNewRecord && !record.changed('areaId' as never) && !record.changed('areaCode' as never)) return false;
  const last = filled.get(record);
  const isDone =
    last !== undefined &&
    options.transaction !== undefined &&
    last.transaction === options.transaction &&
    last.areaId === keyOf(record, 'areaId');
  return !isDone;
}

/** Collections whose records lie in an area: their `areaId` points to hxAreas, and `areaCode` stands beside it. */
export function isPlaced(db: Database, collection: string): boolean {
  const found = collection.startsWith('hx') ? db.getCollection(collection) : undefined;
  if (!found?.hasField('areaCode')) return false;
  return [...found.fields.values()].some(
    ({ options }) => options.foreignKey === 'areaId' && options.target === 'hxAreas',
  );
}

/** Copies the digits of the chosen area beside `areaId`, in every collection of the pack that has both columns. */
export function fillAreaCodes(db: Database) {
  const fill = async (records: readonly Model[], options: HookOptions): Promise<void> => {
    if (records.length === 1) completeKeys(records[0], options.values);
    const moved = records.filter((record) => needsCode(record, options));
    if (moved.length === 0) return;
    const areas = await holdAreas(distinct(moved.map((record) => keyOf(record, 'areaId'))), {
      db,
      transaction: options.transaction,
    });
    for (const record of moved) {
      record.set('areaCode', areas.get(keyOf(record, 'areaId') ?? '')?.code ?? null);
      filled.set(record, { areaId: keyOf(record, 'areaId'), transaction: options.transaction });
      if (options.fields && !options.fields.includes('areaCode')) options.fields.push('areaCode');
    }
  };
  const collectionOf = (record: Model): string =>
    (record.constructor as typeof Model & { collection: { name: string } }).collection?.name ?? '';
  const one = async (record: Model, options: HookOptions): Promise<void> => {
    if (isPlaced(db, collectionOf(record))) await fill([record], options);
  };
  const many = async (records: Model[], options: HookOptions): Promise<void> => {
    if (records.length > 0 && isPlaced(db, collectionOf(records[0]))) await fill(records, options);
  };
  // early, so that guards that run before the save see where the record lies
  return { beforeValidate: [one], beforeCreate: [one], beforeUpdate: [one], beforeBulkCreate: [many] };
}
