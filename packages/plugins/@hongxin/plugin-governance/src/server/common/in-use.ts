import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import { Refusal, selectRows, type Scope, textOf } from '@hongxin/plugin-foundation';
import { subtreeRange } from '@hongxin/rules/mechanism';
import { governanceReason } from '../reasons';
import { today } from './today';
import { isPlaced } from '../areas/place-records';

interface HookOptions {
  transaction?: Transaction;
}

/** What still hangs on a record: title of the collection and number of records, e.g. "任职 3". */
export async function blockersByKey(
  db: Database,
  target: string,
  id: string,
  transaction?: Transaction,
): Promise<string[]> {
  const blockers: string[] = [];
  for (const collection of db.collections.values()) {
    if (!collection.name.startsWith('hx') || collection.options.isThrough) continue;
    const keys = [...collection.fields.values()]
      .filter((field) => field.options.type === 'belongsTo' && field.options.target === target)
      .map((field) => String(field.options.foreignKey));
    if (keys.length === 0) continue;
    const condition = keys.map((key) => `"${key}" = :id`).join(' OR ');
    blockers.push(...(await counted({ db, transaction }, collection.name, condition, { id })));
  }
  return blockers;
}

async function counted(
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

/** The Chinese title out of `{{t("…", …)}}`. */
export function titleOf(db: Database, collection: string): string {
  const title = String(db.getCollection(collection).options.title ?? collection);
  return /\{\{\s*t\(\s*["'](.+?)["']/.exec(title)?.[1] ?? title;
}

/** Deleting never leaves orphans and never loses history: it is refused, naming what stands in the way. */
export function bindDeletions(db: Database): void {
  db.on('hxAreas.beforeDestroy', async (record: Model, options: HookOptions) => {
    const range = { ...subtreeRange(String(record.get('code'))) };
    const scope = { db, transaction: options.transaction };
    const blockers = await counted(scope, 'hxAreas', 'code >= :from AND code < :to AND id <> :id', {
      ...range,
      id: record.get('id'),
    });
    for (const collection of db.collections.values()) {
      if (collection.name === 'hxEvents' || !isPlaced(db, collection.name)) continue;
      blockers.push(...(await counted(scope, collection.name, '"areaCode" >= :from AND "areaCode" < :to', range)));
    }
    refuseIf(blockers, 'AREA_NOT_EMPTY', record, 'name');
  });
  db.on('hxOrganizations.beforeDestroy', async (record: Model, { transaction }: HookOptions) => {
    refuseIf(
      await blockersByKey(db, 'hxOrganizations', String(record.get('id')), transaction),
      'ORGANIZATION_NOT_EMPTY',
      record,
      'name',
    );
  });
  db.on('hxPersons.beforeDestroy', async (record: Model, { transaction }: HookOptions) => {
    refuseIf(
      await blockersByKey(db, 'hxPersons', String(record.get('id')), transaction),
      'PERSON_HAS_RECORDS',
      record,
      'name',
    );
  });
  for (const collection of ['hxPostTypes', 'hxDictionaryItems']) {
    db.on(`${collection}.beforeDestroy`, async (record: Model, { transaction }: HookOptions) => {
      const id = String(record.get('id'));
      const blockers = await blockersByKey(db, collection, id, transaction);
      if (collection === 'hxDictionaryItems') blockers.push(...(await linkedPosts({ db, transaction }, id)));
      refuseIf(blockers, 'RECORD_IN_USE', record, 'title');
    });
  }
  db.on('hxPosts.beforeDestroy', (record: Model) => {
    const startsOn = textOf(record, 'startsOn');
    if (startsOn !== null && startsOn <= today()) throw new Refusal(400, [governanceReason('POST_HAS_HISTORY')]);
  });
}

async function linkedPosts(scope: Scope, itemId: string): Promise<string[]> {
  const template = `SELECT count(*)::int AS count FROM {hxPosts} p
    WHERE EXISTS (SELECT 1 FROM {hxPostDuties} d WHERE d."postId" = p.id AND d."itemId" = :itemId)
       OR EXISTS (SELECT 1 FROM {hxPostServices} s WHERE s."postId" = p.id AND s."itemId" = :itemId)`;
  const [{ count }] = await selectRows<{ count: number }>(scope, template, { itemId });
  return count > 0 ? [`${titleOf(scope.db, 'hxPosts')} ${count}`] : [];
}

function refuseIf(
  blockers: readonly string[],
  code: 'AREA_NOT_EMPTY' | 'ORGANIZATION_NOT_EMPTY' | 'PERSON_HAS_RECORDS' | 'RECORD_IN_USE',
  record: Model,
  nameField: string,
): void {
  if (blockers.length === 0) return;
  throw new Refusal(400, [
    governanceReason(code, { name: textOf(record, nameField) ?? '', blockers: blockers.join('、') }),
  ]);
}
