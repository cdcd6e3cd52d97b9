import { execute, select, type Scope } from '@hongxin/plugin-governance';
import { runAsSystem } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import { YEAR_FEEDBACKS } from '../constants';
import type { Within } from '../scope/callers-areas';
import type { Counting } from './counting';
import { yearFacts } from './facts';
import { computedColumns } from './record';
import { rolls, stoodAt } from './rolls';

const NOTHING_SAID = { communityPoints: null, bonusPoints: 0, isOnLeave: false, isFalsified: false };
const AT_ONCE = 1000;

/**
 * Makes the feedbacks of a year that are not there yet: for every member and unit that stood on a roll at some time of
 * that year, also for those who have moved or left since. One community gives it, so that nobody's year is told twice:
 * the one on whose roll they stood at the year's end, or last in that year; it counts the whole year, wherever they
 * served. The rows are made in one statement, their figures in one more. Safe to repeat, also at the same time: the
 * unique key of year and subject holds.
 * @returns ids of the new feedbacks
 */
export async function makeFeedbacks(year: number, within: Within, counting: Counting, scope: Scope): Promise<string[]> {
  // one after the other: the second then finds what the first has made, and tells it from what it made itself
  await select(scope, `SELECT pg_advisory_xact_lock(hashtext('hongxin/year-feedback'), :year::int)`, { year });
  const { sql, replacements } = within('r."areaCode"');
  const ofYear = (roll: string) => `${roll}.since < :end AND (${roll}.until IS NULL OR ${roll}.until > :start)`;
  const found = await select<Record<string, unknown>>(
    scope,
    `SELECT * FROM (
       SELECT :year::int AS "year", 'member' AS "subject", 'member/' || r."personId" AS "subjectKey", r."personName" AS "subjectName",
         r."personId" AS "personId", r."unitId" AS "unitId", r."ownerId" AS "ownerId", u."liaisonId" AS "unitLiaisonId",
         r."areaId" AS "areaId", r."areaCode" AS "areaCode", r.id AS "registrationId", NULL::bigint AS "unitRegistrationId"
       FROM (SELECT DISTINCT ON (m."personId") m.* FROM ${rolls('member')} m
             WHERE m."personId" IS NOT NULL AND ${ofYear('m')}
             ORDER BY m."personId", ${stoodAt('m', ':end')} DESC, m.since DESC, m.id DESC) r
         LEFT JOIN {hxUnits} u ON u.id = r."unitId"
       WHERE ${sql}
       UNION ALL
       SELECT :year::int, 'unit', 'unit/' || r.id, u.name, NULL, r."unitId", u."liaisonId", u."liaisonId",
         r."areaId", r."areaCode", NULL, r.id
       FROM ${rolls('unit')} r JOIN {hxUnits} u ON u.id = r."unitId"
       WHERE ${ofYear('r')} AND ${sql}
         -- where it moved on within the year, or registered there anew, that roll tells of the whole year
         AND NOT EXISTS (SELECT 1 FROM {hxUnitRegistrations} n
           WHERE n."unitId" = r."unitId" AND n."receiptAt" >= r.until AND n."receiptAt" < :end
             AND (n."transferredFromId" = r.id OR left(n."areaCode", 12) = left(r."areaCode", 12)))
     ) AS wanted
     WHERE NOT EXISTS (SELECT 1 FROM {hxYearFeedbacks} f WHERE f.year = wanted."year" AND f."subjectKey" = wanted."subjectKey")`,
    { ...replacements, year, start: `${year}-01-01T00:00:00+08:00`, end: `${year + 1}-01-01T00:00:00+08:00` },
  );
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
