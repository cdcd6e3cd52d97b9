import { askEach, selectRows, type Scope } from '@hongxin/plugin-foundation';
import { ROLL_STATES } from '@hongxin/rules/registration';

/** A registration that is on a roll. */
export interface OnRoll {
  id: string;
  state: string;
  receiptNumber: string | null;
  community: string | null;
  areaCode: string | null;
}

const COLUMNS = `r.id::text AS id, r.state, r."receiptNumber", a.name AS community, r."areaCode"`;
const FROM = '{hxMemberRegistrations} r LEFT JOIN {hxAreas} a ON a.id = r."areaId"';

/** What each of the persons has on a roll; nobody else is in the answer. */
export function rollsOfPersons(
  personIds: readonly string[],
  scope: Scope,
): Promise<ReadonlyMap<string, readonly OnRoll[]>> {
  return askEach(scope, 'rolls of person', personIds, async (keys) => {
    const rows = await selectRows<OnRoll & { personId: string }>(
      scope,
      `SELECT ${COLUMNS}, r."personId"::text AS "personId" FROM ${FROM} WHERE r."personId" IN (:keys) AND r.state IN (:states)`,
      { keys, states: [...ROLL_STATES] },
    );
    const found = new Map<string, OnRoll[]>();
    for (const { personId, ...row } of rows) found.set(personId, [...(found.get(personId) ?? []), row]);
    return found;
  });
}

/** What is on a roll under an identity number, whoever's account it is. */
export function rollsOfIdentity(identityHash: string, scope: Scope): Promise<OnRoll[]> {
  const sql = `SELECT ${COLUMNS} FROM ${FROM} WHERE r."identityHash" = :identityHash AND r.state IN (:states)`;
  return selectRows<OnRoll>(scope, sql, { identityHash, states: [...ROLL_STATES] });
}
