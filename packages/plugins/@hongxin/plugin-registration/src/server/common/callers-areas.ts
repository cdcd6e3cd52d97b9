import { callerAreas, refuse } from '@hongxin/plugin-foundation';
import type { AreaRange } from '@hongxin/rules/mechanism';
import type { Application } from '@nocobase/server';

/** SQL that holds a column of area digits to some areas, with its replacements. */
export type Within = (column: string) => { sql: string; replacements: Record<string, unknown> };

/**
 * Where the caller may do something with records of a collection, as NocoBase's role tables say now.
 * @throws Refusal 403 for whoever may not, or with their own records only
 */
export function callersAreas(app: Application, collection: string, action: string): Within {
  const areas = callerAreas(app, collection, action);
  if (areas === undefined || areas?.length === 0) throw refuse(403, 'NOT_PERMITTED');
  return within(areas);
}

/** Holds a column to ranges; null: to nothing. */
export function within(ranges: readonly AreaRange[] | null): Within {
  if (ranges === null) return () => ({ sql: 'TRUE', replacements: {} });
  if (ranges.length === 0) return () => ({ sql: 'FALSE', replacements: {} });
  return (column) => ({
    sql: `(${ranges.map((_range, index) => `(${column} >= :from${index} AND ${column} < :to${index})`).join(' OR ')})`,
    replacements: Object.fromEntries(
      ranges.flatMap(({ from, to }, index) => [
        [`from${index}`, from],
        [`to${index}`, to],
      ]),
    ),
  });
}
