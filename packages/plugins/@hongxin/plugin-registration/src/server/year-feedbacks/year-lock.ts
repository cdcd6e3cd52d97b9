import { distinct, selectRows, type Scope } from '@hongxin/plugin-foundation';

const YEAR_FEEDBACKS = 'hxYearFeedbacks';

/**
 * Holds the persons' hours until the transaction ends: who enters, verifies or reverses hours and who issues a year's
 * feedback wait for each other, so that a feedback counts every hour or none of a record.
 */
export async function lockPersons(personIds: Iterable<string | null>, scope: Scope): Promise<void> {
  const keys = distinct(personIds);
  if (keys.length === 0 || !scope.transaction) return;
  await selectRows(scope, 'SELECT id FROM {hxPersons} WHERE id IN (:keys) ORDER BY id FOR NO KEY UPDATE', { keys });
}

/** Years whose feedback has been issued, as `personId/year`; their records are locked. */
export async function closedYears(personIds: Iterable<string | null>, scope: Scope): Promise<ReadonlySet<string>> {
  const keys = distinct(personIds);
  const feedbacks = scope.db.hasCollection(YEAR_FEEDBACKS) ? scope.db.getCollection(YEAR_FEEDBACKS) : undefined;
  if (keys.length === 0 || !feedbacks?.hasField('personId')) return new Set();
  const rows = await selectRows<{ personId: string; year: number }>(
    scope,
    `SELECT "personId"::text AS "personId", year FROM {hxYearFeedbacks}
     WHERE "personId" IN (:keys) AND state IN (:issued)`,
    { keys, issued: ISSUED_STATES },
  );
  return new Set(rows.map(({ personId, year }) => `${personId}/${year}`));
}

/** States of a feedback that has been issued. */
const ISSUED_STATES: readonly string[] = ['issued'];
