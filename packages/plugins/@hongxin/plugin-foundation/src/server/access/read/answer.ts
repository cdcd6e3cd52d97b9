import { Model, type Collection } from '@nocobase/database';
import type { Context } from '@nocobase/actions';
import type { Row } from './present';

/** Actions whose answer is one record, or a list of records, of the collection itself. */
const RECORD_ACTIONS = new Set(['list', 'get', 'create', 'update', 'firstOrCreate', 'updateOrCreate', 'transition']);

/** The records in an action's answer, wherever NocoBase puts them. */
export function rowsOfAnswer(ctx: Context, collection: Collection): { collection: Collection; rows: Row[] }[] {
  const body: unknown = ctx.body;
  if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return [];
  const { rows } = body as { rows?: unknown };
  const found = (Array.isArray(rows) ? rows : Array.isArray(body) ? body : [body]) as unknown[];
  const isPlainAllowed = RECORD_ACTIONS.has(ctx.action.actionName);
  const groups = new Map<Collection, Row[]>();
  for (const row of found) {
    if (typeof row !== 'object' || row === null) continue;
    const own =
      row instanceof Model ? (row.constructor as typeof Model).collection : isPlainAllowed ? collection : undefined;
    if (!own) continue;
    const known = groups.get(own);
    if (known) known.push(row as Row);
    else groups.set(own, [row as Row]);
  }
  return [...groups].map(([each, list]) => ({ collection: each, rows: list }));
}
