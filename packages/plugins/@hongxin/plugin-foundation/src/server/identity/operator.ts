import { Op } from '@nocobase/database';
import type Database from '@nocobase/database';
import { currentIdentity } from './identity';
import { rangesOf } from './ranges';

/** Name of the filter operator: `{ areaCode: { $hxInAreasOf: 'hx-official' } }`. */
export const IN_AREAS_OF = '$hxInAreasOf';

/** What the operator contributes to a WHERE clause; a plain B-tree index on the column serves it. */
export function inAreasOf(role: unknown): Record<symbol, unknown> {
  const identity = currentIdentity();
  const ranges = identity && typeof role === 'string' ? rangesOf(identity, role) : [];
  if (ranges.length === 0) return { [Op.in]: [] }; // nobody's request, or no post: no rows, never an error
  return { [Op.or]: ranges.map(({ from, to }) => ({ [Op.gte]: from, [Op.lt]: to })) };
}

/** Lets role scopes say "inside the areas where my posts give this role". */
export function registerOperator(db: Database): void {
  db.registerOperators({ [IN_AREAS_OF]: inAreasOf });
}
