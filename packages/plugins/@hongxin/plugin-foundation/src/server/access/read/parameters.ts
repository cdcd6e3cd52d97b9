import type { Collection } from '@nocobase/database';
import { refuse } from '../../errors';
import { FilterCheck } from './filter-check';
import type { PathCheck } from './paths';
import { relationAt } from './relations';

const MAX_NAMES = 300;
/** Largest page a request may ask for; what is answered at once is less (read/guard.ts) [default]. */
const MAX_ASKED = 5000;

/** The part of a request's parameters that decides what is read. */
export interface ReadParameters {
  filter?: unknown;
  sort?: unknown;
  fields?: unknown;
  appends?: unknown;
  except?: unknown;
  page?: unknown;
  pageSize?: unknown;
  paginate?: unknown;
  tree?: unknown;
  targetCollection?: unknown;
}

/** Checks how a request wants to read; brings lists of names into the form NocoBase expects. */
export function checkParameters(
  collection: Collection,
  parameters: ReadParameters,
  asked: ReadParameters,
  paths: PathCheck,
): void {
  paths.collect(() => {
    new FilterCheck(collection, paths).need(asked.filter);
    for (const key of names(asked.sort, 'sort')) paths.need(collection, sortPath(key));
  });
  for (const key of names(asked.sort, 'sort')) {
    // what orders rows is a column of their own: NocoBase fails at relations and at what is beyond them
    const path = sortPath(key);
    if (relationAt(collection, path.slice(0, 1))) throw refuse(400, 'SORT_INVALID', {}, path.join('.'));
  }
  for (const name of ['fields', 'appends', 'except'] as const) {
    if (parameters[name] === undefined) continue;
    parameters[name] = names(parameters[name], name);
  }
  for (const name of names(asked.fields, 'fields')) requireField(collection, name);
  for (const name of names(asked.appends, 'appends')) {
    requireRecursion(collection, name);
    requireField(collection, name.replace(/\(recursively=.*$/, ''));
  }
  const appended = new Set(names(asked.appends, 'appends').map((name) => name.split('.')[0]));
  for (const name of names(asked.except, 'except'))
    if (name.includes('.') && !appended.has(name.split('.')[0]))
      throw refuse(400, 'PARAMETER_INVALID', { name: 'except' });
  if (asked.targetCollection !== undefined && asked.targetCollection !== collection.name)
    throw refuse(403, 'TARGET_COLLECTION_REFUSED');
}

const sortPath = (key: string): string[] => key.replace(/^-/, '').split('.');

/** A comma-separated text, a list, or an indexed object (what a long query string becomes) as a list of names. */
export function names(value: unknown, parameter: string): string[] {
  if (value === undefined || value === null || value === '') return [];
  const list: unknown[] =
    typeof value === 'string' ? value.split(',') : typeof value === 'object' ? Object.values(value) : [undefined];
  if (list.length > MAX_NAMES || !list.every((each) => typeof each === 'string' && each.length <= 200))
    throw refuse(400, 'PARAMETER_INVALID', { name: parameter });
  return (list as string[]).map((each) => each.trim()).filter((each) => each !== '');
}

/** @throws Refusal 400 unless every hop of a dotted name is there */
function requireField(root: Collection, path: string): void {
  let collection: Collection | undefined = root;
  for (const [index, name] of path.split('.').entries()) {
    if (index > 0 && collection === undefined) throw refuse(400, 'FIELD_UNKNOWN', {}, path.slice(0, 100));
    // rows of a join table travel under its name
    const isJoin = index > 0 && root.db.hasCollection(name);
    if (!isJoin && !collection?.hasField(name) && !Object.hasOwn(collection?.model.rawAttributes ?? {}, name))
      throw refuse(400, 'FIELD_UNKNOWN', {}, path.slice(0, 100));
    const target: unknown = collection?.getField(name)?.target;
    collection = typeof target === 'string' ? root.db.getCollection(target) : undefined;
  }
}

/** NocoBase takes the way of a tree (`parent(recursively=true)`) for no other relation. */
function requireRecursion(collection: Collection, appended: string): void {
  const [, name] = /^(.*)\(recursively=/.exec(appended) ?? [];
  if (name !== undefined && relationAt(collection, name.split('.')) !== collection)
    throw refuse(400, 'PARAMETER_INVALID', { name: 'appends' });
}

/** Where only fields of relations are asked for, NocoBase fails: the record's own key goes with them. */
export function withKey(collection: Collection, fields: readonly string[]): string[] {
  const key = collection.model.primaryKeyAttribute;
  const isOnlyBeyond = fields.length > 0 && fields.every((name) => name.includes('.'));
  return isOnlyBeyond && key ? [key, ...fields] : [...fields];
}

/** @throws Refusal 400 unless page and page size are whole numbers the database can count to */
export function requirePage(parameters: ReadParameters): void {
  for (const name of ['page', 'pageSize'] as const) {
    const value = parameters[name];
    if (value === undefined) continue;
    const number = Number(value);
    if (!Number.isInteger(number) || number < 1 || number > 10_000_000)
      throw refuse(400, 'PARAMETER_INVALID', { name });
    if (name === 'pageSize' && number > MAX_ASKED) throw refuse(400, 'PAGE_SIZE_TOO_LARGE', { max: MAX_ASKED });
  }
}
