import { Refusal, selectRows, textOf, type Scope } from '@hongxin/plugin-foundation';
import type { Reason } from '@hongxin/rules/mechanism';
import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';

interface HookOptions {
  transaction?: Transaction;
}

/** How many records of a collection meet a condition: title of the collection and number, e.g. "任职 3". */
export async function countedIn(
  scope: Scope,
  collection: string,
  condition: string,
  replacements: Record<string, unknown>,
): Promise<string[]> {
  const [{ count }] = await selectRows<{ count: number }>(
    scope,
    `SELECT count(*)::int AS count FROM {${collection}} WHERE ${condition}`,
    replacements,
  );
  return count > 0 ? [`${titleOf(scope.db, collection)} ${count}`] : [];
}

/** What still hangs on a record, in every collection of the pack that points to it. */
async function blockersByKey(scope: Scope, target: string, id: string): Promise<string[]> {
  const blockers: string[] = [];
  for (const collection of scope.db.collections.values()) {
    if (!collection.name.startsWith('hx') || collection.options.isThrough) continue;
    const keys = [...collection.fields.values()]
      .filter((field) => field.options.type === 'belongsTo' && field.options.target === target)
      .map((field) => String(field.options.foreignKey));
    if (keys.length === 0) continue;
    const condition = keys.map((key) => `"${key}" = :id`).join(' OR ');
    blockers.push(...(await countedIn(scope, collection.name, condition, { id })));
  }
  return blockers;
}

/** The Chinese title out of `{{t("…", …)}}`. */
export function titleOf(db: Database, collection: string): string {
  const title = String(db.getCollection(collection).options.title ?? collection);
  return /\{\{\s*t\(\s*["'](.+?)["']/.exec(title)?.[1] ?? title;
}

/** Who finds what stands in the way of deleting a record. */
type Blockers = (scope: Scope, record: Model) => Promise<string[]>;

/**
 * Deleting never leaves orphans and never loses history: it is refused, naming what stands in the way. Goes under
 * `beforeDestroy`.
 * @param nameField what the record is called by
 */
export function keepWhile(
  db: Database,
  blockersOf: Blockers,
  reason: (named: { name: string; blockers: string }) => Reason,
  nameField = 'name',
) {
  return async (record: Model, { transaction }: HookOptions): Promise<void> => {
    const blockers = await blockersOf({ db, transaction }, record);
    if (blockers.length === 0) return;
    throw new Refusal(400, [reason({ name: textOf(record, nameField) ?? '', blockers: blockers.join('、') })]);
  };
}

/** Those that point to a record of a collection. */
export const pointingTo =
  (collection: string): Blockers =>
  (scope, record) =>
    blockersByKey(scope, collection, String(record.get('id')));
