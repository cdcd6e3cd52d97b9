import type Database from '@nocobase/database';
import type { Collection } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import { isRefusal, refuse } from '../../errors';
import { FilterCheck } from '../read/filter-check';
import { LOGICAL } from '../read/operators';
import { isKnownVariable, variablesIn } from './variables';

/**
 * What keeps a scope, as an administrator wrote it, from being read; null where it can be. NocoBase drops what it cannot
 * read, and a scope without conditions is a scope of everything. `{}`, and groups without conditions, say "all".
 */
export function faultOf(db: Database, collection: Collection | undefined, scope: unknown): Reason | null {
  if (typeof scope !== 'object' || scope === null || Array.isArray(scope))
    return { code: 'FILTER_INVALID', params: { field: 'filter' }, field: 'filter' };
  const unknown = variablesIn(scope).find((name) => !isKnownVariable(db, name));
  if (unknown !== undefined) return { code: 'SCOPE_VARIABLE_UNKNOWN', params: { name: unknown.slice(0, 100) } };
  if (!collection) return null;
  try {
    new FilterCheck(collection, { need: requirePath }).need(scope);
    requireConditions(scope);
  } catch (error) {
    if (isRefusal(error)) return error.reasons[0];
    throw error;
  }
  return null;
}

/** Every field of a scope must be there; which of them a role may see is the administrator's own business. */
function requirePath(root: Collection, path: readonly string[]): true {
  let collection: Collection | undefined = root;
  for (const name of path) {
    const isThere = collection?.hasField(name) || Object.hasOwn(collection?.model.rawAttributes ?? {}, name);
    if (!isThere) throw refuse(400, 'FIELD_UNKNOWN', {}, path.join('.').slice(0, 100));
    const target: unknown = collection?.getField(name)?.target;
    collection = typeof target === 'string' ? root.db.getCollection(target) : undefined;
  }
  return true;
}

/** @throws Refusal 400 for a field of which nothing is said: the database would leave the condition out */
function requireConditions(node: object, field?: string): void {
  for (const [key, value] of Object.entries(node)) {
    const names = key.split('.').filter((token) => !LOGICAL.has(token) && !/^\d+$/.test(token));
    const here = names.length > 0 && !Array.isArray(node) ? names.join('.') : field;
    if (typeof value !== 'object' || value === null || key.split('.').pop()?.startsWith('$in')) continue;
    if (here !== undefined && Object.keys(value as object).length === 0) throw refuse(400, 'FILTER_INVALID', {}, here);
    requireConditions(value as object, here);
  }
}
