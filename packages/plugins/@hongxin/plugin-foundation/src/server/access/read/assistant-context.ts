import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { transformFilter } from '@nocobase/utils';
import { refuse } from '../../errors';
import { isGuarded } from '../guarded';
import type { AccessDeclarations } from '../declarations';
import type { Rights } from '../rights/rights';
import { FilterCheck } from './filter-check';
import { names } from './parameters';
import { PathCheck } from './paths';

const MAX_DEPTH = 60;

/** A query whose rows NocoBase hands to an AI employee. */
export interface ContextQuery {
  datasource?: unknown;
  collectionName?: unknown;
  fields?: unknown;
  appends?: unknown;
  filter?: unknown;
  sort?: unknown;
}

/** Every query that a message or a saved context names, however deep. */
export function* queriesIn(value: unknown, depth = 0): Generator<ContextQuery> {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, 'collectionName')) yield value as ContextQuery;
  for (const each of Object.values(value)) yield* queriesIn(each, depth + 1);
}

/**
 * NocoBase keeps such a query to the caller's roles only where the collection is closed to others: of those that it opens
 * to everybody it would show every row, and of all of them hidden fields and whatever hangs on a record.
 * @throws Refusal 403 unless the roles show the collection, and every field is one of its own that they show
 */
export async function requireOwnContext(
  ctx: Context,
  app: Application,
  access: AccessDeclarations,
  rights: Rights,
  query: ContextQuery,
): Promise<void> {
  const { collectionName } = query;
  if (collectionName === undefined || collectionName === null) return;
  if (typeof collectionName !== 'string') throw refuse(400, 'PARAMETER_INVALID', { name: 'collectionName' });
  const collection = app.db.getCollection(collectionName.split('.')[0]);
  if (!collection) return;
  if (collection.name !== collectionName || isGuarded(access, collection)) throw refuse(403, 'NOT_FOR_ASSISTANTS');
  if (!rights.identity.isAdministrator) {
    const isOpenToAll = await app.acl.allowManager.isAllowed(collection.name, 'list', ctx);
    if (isOpenToAll || !rights.on(collection.name, 'view')) throw refuse(403, 'NOT_FOR_ASSISTANTS');
  }
  if (names(query.appends, 'appends').length > 0) throw refuse(403, 'NOT_FOR_ASSISTANTS');
  requireFields(collection, rights, query);
  const paths = new PathCheck(access, rights);
  const filter = isOfEditor(query.filter) ? transformFilter(query.filter) : query.filter;
  new FilterCheck(collection, paths).need(filter);
  for (const path of [...pathsOf(filter), ...names(query.sort, 'sort').map((name) => name.replace(/^-/, ''))]) {
    requirePlain(collection, path);
    paths.need(collection, [path]);
  }
}

/** Without names NocoBase takes every column: then what it must not take is left out here. */
function requireFields(collection: Collection, rights: Rights, query: ContextQuery): void {
  const asked = names(query.fields, 'fields');
  if (asked.length === 0) {
    query.fields = [...collection.fields.values()]
      .filter((field) => !field.target && isPlain(collection, field.name))
      .map(({ name }) => name)
      .filter((name) => rights.canSee(collection, name));
    return;
  }
  for (const name of asked) {
    requirePlain(collection, name);
    if (!rights.canSee(collection, name)) throw refuse(403, 'FIELD_NOT_VISIBLE', {}, name);
  }
}

/** @throws Refusal 403 for a path into another record, a relation, a field kept from everybody */
function requirePlain(collection: Collection, name: string): void {
  if (!isPlain(collection, name)) throw refuse(403, 'FIELD_NOT_VISIBLE', {}, name.slice(0, 100));
}

function isPlain(collection: Collection, name: string): boolean {
  const field = collection.getField(name);
  if (name.includes('.') || field?.target) return false;
  return !field || (field.options.hidden !== true && field.type !== 'password');
}

/** The form in which NocoBase's filter editor writes a filter. */
const isOfEditor = (filter: unknown): filter is Parameters<typeof transformFilter>[0] =>
  typeof filter === 'object' && filter !== null && 'items' in filter && 'logic' in filter;

/** The fields that a filter names, down to the operators. */
function pathsOf(filter: unknown, path: readonly string[] = [], depth = 0): string[] {
  if (depth > MAX_DEPTH || typeof filter !== 'object' || filter === null)
    return path.length > 0 ? [path.join('.')] : [];
  return Object.entries(filter).flatMap(([key, value]) => {
    const tokens = key.split('.').filter((token) => !token.startsWith('$') && !/^\d+$/.test(token));
    return pathsOf(value, [...path, ...tokens], depth + 1);
  });
}
