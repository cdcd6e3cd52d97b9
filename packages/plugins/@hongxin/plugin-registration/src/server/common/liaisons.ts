import { askEach, selectRows, type Scope } from '@hongxin/plugin-foundation';

/** The liaison of each unit, null of those without one; units that do not exist are missing. */
export function liaisonsByUnit(
  unitIds: readonly string[],
  scope: Scope,
): Promise<ReadonlyMap<string, { liaisonId: string | null }>> {
  return askEach(scope, 'liaison of unit', unitIds, async (keys) => {
    const sql = 'SELECT id::text AS id, "liaisonId"::text AS "liaisonId" FROM {hxUnits} WHERE id IN (:keys)';
    const rows = await selectRows<{ id: string; liaisonId: string | null }>(scope, sql, { keys });
    return new Map(rows.map(({ id, liaisonId }) => [id, { liaisonId }]));
  });
}
