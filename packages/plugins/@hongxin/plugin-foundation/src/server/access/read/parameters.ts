import type { Collection } from '@nocobase/database';
import { refuse } from '../../errors';
import { FilterCheck } from './filter-check';
import type { PathCheck } from './paths';

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
    for (const key of names(asked.sort, 'sort')) paths.need(collection, key.replace(/^-/, '').split('.'));
  });
  for (const name of ['fields', 'appends', 'except'] as const) {
    if (parameters[name] === undefined) continue;
    parameters[name] = names(parameters[name], name);
  }
  for (const name of names(asked.fields, 'fields')) needField(collection, name);
  if (asked.targetCollection !== undefined && asked.targetCollection !== collection.name)
    throw refuse(403, 'TARGET_COLLECTION_REFUSED');
}

/** A comma-separated text, a list, or an indexed object (what a long query string becomes) as a list of names. */
export function names(value: unknown, parameter: string): string[] {
  if (value === undefined || value === null || value === '') return [];
  const list: unknown[] =
    typeof value === 'string' ? value.split(',') : typeof value === 'object' ? Object.values(value) : [undefined];
  if (list.length > MAX_NAMES || !list.every((each) => typeof each === 'string' && each.length <= 200))
    throw refuse(400, 'PARAMETER_INVALID', { name: parameter });
  return (list as string[]).map((each) => each.trim()).filter((each) => each !== '');
}

function needField(collection: Collection, path: string): void {
  const name = path.split('.')[0];
  if (!collection.hasField(name) && !(name in collection.model.rawAttributes))
    throw refuse(400, 'FIELD_UNKNOWN', {}, path.slice(0, 100));
}

/** @throws Refusal 400 unless page and page size are whole numbers the database can count to */
export function needPage(parameters: ReadParameters): void {
  for (const name of ['page', 'pageSize'] as const) {
    const value = parameters[name];
    if (value === undefined) continue;
    const number = Number(value);
    if (!Number.isInteger(number) || number < 1 || number > 10_000_000)
      throw refuse(400, 'PARAMETER_INVALID', { name });
    if (name === 'pageSize' && number > MAX_ASKED) throw refuse(400, 'PAGE_SIZE_TOO_LARGE', { max: MAX_ASKED });
  }
}
