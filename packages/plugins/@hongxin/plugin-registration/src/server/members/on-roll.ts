import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import { ROLL_STATES } from '@hongxin/rules/registration';

/** A member on a community's roll. */
export interface RollEntry {
  registrationId: string;
  personId: string;
  personName: string;
  ownerId: string | null;
  unitId: string | null;
}

const COLUMNS = `r.id::text AS "registrationId", r."personId"::text AS "personId", r."personName",
  coalesce(r."ownerId", p."userId")::text AS "ownerId", r."unitId"::text AS "unitId"`;
const FROM = '{hxMemberRegistrations} r JOIN {hxPersons} p ON p.id = r."personId"';

/** The roll entry of an account's person, or undefined: only members on a roll serve. */
export async function rollEntryOfUser(userId: number | null, scope: Scope): Promise<RollEntry | undefined> {
  if (userId === null) return undefined;
  const sql = `SELECT ${COLUMNS} FROM ${FROM} WHERE p."userId" = :userId AND r.state IN (:states) LIMIT 1`;
  return (await selectRows<RollEntry>(scope, sql, { userId, states: [...ROLL_STATES] }))[0];
}

/** Those of these registrations that are on a roll, by id. */
export async function rollEntries(registrationIds: readonly string[], scope: Scope): Promise<Map<string, RollEntry>> {
  if (registrationIds.length === 0) return new Map();
  const sql = `SELECT ${COLUMNS} FROM ${FROM} WHERE r.id IN (:registrationIds) AND r.state IN (:states)`;
  const rows = await selectRows<RollEntry>(scope, sql, { registrationIds, states: [...ROLL_STATES] });
  return new Map(rows.map((row) => [row.registrationId, row]));
}
