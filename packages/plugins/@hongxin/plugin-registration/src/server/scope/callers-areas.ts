import { currentIdentity, refuse } from '@hongxin/plugin-foundation';
import { mergeRanges, subtreeRange } from '@hongxin/rules';

/** SQL that holds a column of area digits to some areas, with its replacements. */
export type Within = (column: string) => { sql: string; replacements: Record<string, unknown> };

/**
 * Where the caller is in charge: officials in the areas of their posts, the city and administrators everywhere.
 * @throws Refusal 403 for everybody else
 */
export function callersAreas(): Within {
  const identity = currentIdentity();
  if (!identity) throw refuse(403, 'NOT_PERMITTED');
  if (identity.isAdministrator || identity.roles.includes('hx-city')) return () => ({ sql: 'TRUE', replacements: {} });
  const grants = identity.areaGrants.filter(({ role }) => role === 'hx-official');
  if (grants.length === 0) throw refuse(403, 'NOT_PERMITTED');
  const ranges = mergeRanges(grants.map(({ areaCode }) => subtreeRange(areaCode)));
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
