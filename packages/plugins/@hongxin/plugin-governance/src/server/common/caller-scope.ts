import type { Context } from '@nocobase/actions';
import { currentIdentity, Refusal } from '@hongxin/plugin-foundation';
import { areaLevelOf, isInRanges, mergeRanges, subtreeRange, type AreaRange } from '@hongxin/rules/mechanism';

/** Where the caller's figures come from; `null`: the whole city. */
export type CallerRanges = readonly AreaRange[] | null;

/** Figures of places are for whoever sees who is in charge there. */
export const CHARGE = 'hxPosts:list';

const SCOPE_OPERATOR = /"\$hxInAreasOf":"([^"]+)"/g;

/**
 * The areas in which the caller may see posts, as the role tables of NocoBase say now: who sees who is in charge
 * somewhere sees that place's figures. Those who only choose an organisation from a list see none.
 * @throws Refusal 403 when the caller may not see posts at all
 */
export function callerRanges(ctx: Context): CallerRanges {
  const ranges = rangesIfAny(ctx);
  if (ranges === undefined) throw new Refusal(403, [{ code: 'NOT_PERMITTED' }]);
  return ranges;
}

/** The same for who asks only what there is to choose from: undefined when the caller may not see posts at all. */
export function rangesIfAny(ctx: Context): CallerRanges | undefined {
  const permission = ctx.can({ resource: 'hxPosts', action: 'list' }) as { params?: { filter?: unknown } } | null;
  if (!permission) return undefined;
  const filter = permission.params?.filter;
  if (!filter || Object.keys(filter).length === 0) return null;
  const roles = new Set([...JSON.stringify(filter).matchAll(SCOPE_OPERATOR)].map((match) => match[1]));
  const grants = currentIdentity()?.areaGrants.filter((grant) => roles.has(grant.role)) ?? [];
  return mergeRanges(grants.map((grant) => subtreeRange(grant.areaCode)));
}

/**
 * The caller's ranges, narrowed to one area when asked for.
 * @throws Refusal 403 when the area lies outside
 */
export function narrowed(ranges: CallerRanges, areaCode: string | null): CallerRanges {
  if (areaCode === null) return ranges;
  if (areaLevelOf(areaCode) === null || (ranges !== null && !isInRanges(areaCode, ranges))) {
    throw new Refusal(403, [{ code: 'RECORD_NOT_FOUND' }]);
  }
  return [subtreeRange(areaCode)];
}

/** SQL that holds a column to the ranges, with its replacements. Nobody's ranges match nothing. */
export function withinRanges(
  column: string,
  ranges: CallerRanges,
): { sql: string; replacements: Record<string, string> } {
  if (ranges === null) return { sql: 'TRUE', replacements: {} };
  if (ranges.length === 0) return { sql: 'FALSE', replacements: {} };
  const replacements: Record<string, string> = {};
  const parts = ranges.map(({ from, to }, index) => {
    replacements[`from${index}`] = from;
    replacements[`to${index}`] = to;
    return `(${column} >= :from${index} AND ${column} < :to${index})`;
  });
  return { sql: `(${parts.join(' OR ')})`, replacements };
}

/** A request parameter as text, or null when it is not given. */
export function parameter(ctx: Context, name: string): string | null {
  const { values, ...rest } = (ctx.action.params ?? {}) as Record<string, unknown> & {
    values?: Record<string, unknown>;
  };
  const value = rest[name] ?? values?.[name];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new Refusal(400, [{ code: 'PARAMETER_INVALID', params: { name } }]);
  return String(value).slice(0, 200);
}

/** A whole number of at least `min` and at most `max`; what is out of bounds is brought inside. */
export function numberParameter(ctx: Context, name: string, fallback: number, min: number, max: number): number {
  const value = Number(parameter(ctx, name) ?? fallback);
  return Number.isInteger(value) ? Math.min(max, Math.max(min, value)) : fallback;
}
