import { askEach, distinct, keyOf, selectRows, type Scope } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';

const YEAR_FEEDBACKS = 'hxYearFeedbacks';

/**
 * Holds the persons' hours until the transaction ends: who enters, verifies or reverses hours and who issues a year's
 * feedback wait for each other, so that a feedback counts every hour or none of a record. In the order of the keys, so
 * that two who do so never wait in a circle.
 */
export async function lockPersons(personIds: Iterable<string | null>, scope: Scope): Promise<void> {
  const keys = distinct(personIds);
  if (keys.length === 0 || !scope.transaction) return;
  await askEach(scope, 'held person', keys, async (unheld) => {
    const sql = 'SELECT id::text AS id FROM {hxPersons} WHERE id IN (:unheld) ORDER BY id FOR NO KEY UPDATE';
    const rows = await selectRows<{ id: string }>(scope, sql, { unheld });
    return new Map(rows.map(({ id }) => [id, true]));
  });
}

/** Years whose feedback has been issued, as `personId/year`; their records are locked. */
export async function closedYears(personIds: Iterable<string | null>, scope: Scope): Promise<ReadonlySet<string>> {
  const keys = distinct(personIds);
  const feedbacks = scope.db.hasCollection(YEAR_FEEDBACKS) ? scope.db.getCollection(YEAR_FEEDBACKS) : undefined;
  if (keys.length === 0 || !feedbacks?.hasField('personId')) return new Set();
  const closed = await askEach(scope, 'issued years of person', keys, async (unknown) => {
    const rows = await selectRows<{ personId: string; years: number[] }>(
      scope,
      `SELECT "personId"::text AS "personId", array_agg(year) AS years FROM {hxYearFeedbacks}
       WHERE "personId" IN (:unknown) AND state IN (:issued) GROUP BY "personId"`,
      { unknown, issued: ISSUED_STATES },
    );
    return new Map(rows.map(({ personId, years }) => [personId, years]));
  });
  return new Set([...closed].flatMap(([personId, years]) => years.map((year) => `${personId}/${year}`)));
}

/** The persons behind many records, held and asked about at once. */
export async function foreseeYears(records: readonly Model[], scope: Scope): Promise<void> {
  const persons = records.map((record) => keyOf(record, 'personId'));
  await lockPersons(persons, scope);
  await closedYears(persons, scope);
}

/** States of a feedback that has been issued. */
const ISSUED_STATES: readonly string[] = ['issued'];
