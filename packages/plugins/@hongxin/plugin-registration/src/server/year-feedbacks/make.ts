import { runAsSystem, execute, selectRows, type Scope } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import { YEAR_FEEDBACKS } from '../constants';
import type { Within } from '../common/callers-areas';
import type { Counting } from './counting';
import { yearFacts } from './facts';
import { computedColumns } from './record';
import { FEEDBACKS_WANTED, yearOf } from './wanted';

const NOTHING_SAID = { communityPoints: null, bonusPoints: 0, isOnLeave: false, isFalsified: false };
const AT_ONCE = 1000;

/**
 * Makes the feedbacks of a year that are not there yet. The rows are made in one statement, their figures in one more.
 * Safe to repeat, also at the same time: the unique key of year and subject holds.
 * @returns ids of the new feedbacks
 */
export async function makeFeedbacks(year: number, within: Within, counting: Counting, scope: Scope): Promise<string[]> {
  // one after the other: the second then finds what the first has made, and tells it from what it made itself
  await selectRows(scope, `SELECT pg_advisory_xact_lock(hashtext('hongxin/year-feedback'), :year::int)`, { year });
  const { sql, replacements } = within('w."areaCode"');
  const found = await selectRows<Record<string, unknown>>(scope, `SELECT w.* FROM ${FEEDBACKS_WANTED} w WHERE ${sql}`, {
    ...replacements,
    ...yearOf(year),
  });
  if (found.length === 0) return [];
  const model = scope.db.getCollection(YEAR_FEEDBACKS).model as typeof Model;
  const ids: string[] = [];
  for (let start = 0; start < found.length; start += AT_ONCE) {
    const rows = found.slice(start, start + AT_ONCE);
    const records = await runAsSystem(() =>
      model.bulkCreate(rows, {
        transaction: scope.transaction,

        returning: true,
        hooks: true,
      } as never),
    );
    ids.push(...records.map((record) => String(record.get('id'))));
  }
  await fillFigures(ids, counting, scope);
  return ids;
}

async function fillFigures(ids: readonly string[], counting: Counting, scope: Scope): Promise<void> {
  const facts = await yearFacts({ where: 'f.id IN (:ids)', replacements: { ids } }, scope);
  const rows = [...facts].map(([id, each]) => ({ id, ...computedColumns(each, NOTHING_SAID, counting) }));
  await execute(
    scope,
    `UPDATE {hxYearFeedbacks} f SET minutes = v.minutes, hours = v.hours, times = v.times, "claimsServed" = v."claimsServed", figures = v.figures
     FROM jsonb_to_recordset(:rows::jsonb) AS v(id bigint, minutes int, hours double precision, times int, "claimsServed" int, figures json)
     WHERE f.id = v.id`,
    { rows: JSON.stringify(rows) },
  );
}
