import { Op } from '@nocobase/database';
import type Database from '@nocobase/database';
import type { Collection } from '@nocobase/database';
import { mayBeEmpty, variablesIn } from './variables';

type Filter = Record<string, unknown>;

/** `{ id: { $hxKnown: '{{$user.x}}' } }`: nothing where the variable has no value, which alone would mean "is empty". */
export const KNOWN = '$hxKnown';

const keyOf = (collection: Collection | undefined): string => collection?.model.primaryKeyAttribute ?? 'id';

/** A scope in which no record lies. */
export const nothingOf = (collection: Collection | undefined): Filter => ({ [keyOf(collection)]: { $in: [] } });

export const isNothing = (condition: unknown): boolean =>
  typeof condition === 'object' && condition !== null && '$in' in condition && isEmptyList(condition.$in);

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** The same scope, empty for whoever has no value for one of its variables. */
export function closedWithoutValues(collection: Collection | undefined, scope: Filter): Filter {
  const variables = variablesIn(scope).filter(mayBeEmpty);
  if (variables.length === 0) return scope;
  const known = variables.map((name) => ({ [keyOf(collection)]: { [KNOWN]: `{{${name}}}` } }));
  return { $and: [scope, ...known] };
}

export function registerKnown(db: Database): void {
  db.registerOperators({
    [KNOWN]: (value: unknown) => (value === null || value === undefined ? { [Op.in]: [] } : { [Op.not]: null }),
  });
}
