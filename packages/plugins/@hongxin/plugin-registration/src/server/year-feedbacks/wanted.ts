import { rolls, stoodAt } from './rolls';

/** The replacements of `FEEDBACKS_WANTED`: the year in China. */
export const yearOf = (year: number): { year: number; start: string; end: string } => ({
  year,
  start: `${year}-01-01T00:00:00+08:00`,
  end: `${year + 1}-01-01T00:00:00+08:00`,
});

const ofYear = (roll: string): string => `${roll}.since < :end AND (${roll}.until IS NULL OR ${roll}.until > :start)`;

/**
 * The feedbacks of a year that are due and not there yet, as SQL: of every member and unit that stood on a roll at some
 * time of that year, also of those who have moved or left since. One community gives it, so that nobody's year is told
 * twice: the one on whose roll they stood at the year's end, or last in that year; it counts the whole year, wherever
 * they served. What is made and what a reminder counts is the same.
 */
export const FEEDBACKS_WANTED = `(SELECT * FROM (
    SELECT :year::int AS "year", 'member' AS "subject", 'member/' || r."personId" AS "subjectKey", r."personName" AS "subjectName",
      r."personId" AS "personId", r."unitId" AS "unitId", r."ownerId" AS "ownerId", u."liaisonId" AS "unitLiaisonId",
      r."areaId" AS "areaId", r."areaCode" AS "areaCode", r.id AS "registrationId", NULL::bigint AS "unitRegistrationId"
    FROM (SELECT DISTINCT ON (m."personId") m.* FROM ${rolls('member')} m
          WHERE m."personId" IS NOT NULL AND ${ofYear('m')}
          ORDER BY m."personId", ${stoodAt('m', ':end')} DESC, m.since DESC, m.id DESC) r
      LEFT JOIN {hxUnits} u ON u.id = r."unitId"
    UNION ALL
    SELECT :year::int, 'unit', 'unit/' || r.id, u.name, NULL, r."unitId", u."liaisonId", u."liaisonId",
      r."areaId", r."areaCode", NULL, r.id
    FROM ${rolls('unit')} r JOIN {hxUnits} u ON u.id = r."unitId"
    WHERE ${ofYear('r')}
      -- where it moved on within the year, or registered there anew, that roll tells of the whole year
      AND NOT EXISTS (SELECT 1 FROM {hxUnitRegistrations} n
        WHERE n."unitId" = r."unitId" AND n."receiptAt" >= r.until AND n."receiptAt" < :end
          AND (n."transferredFromId" = r.id OR left(n."areaCode", 12) = left(r."areaCode", 12)))
  ) AS due
  WHERE NOT EXISTS (SELECT 1 FROM {hxYearFeedbacks} f WHERE f.year = due."year" AND f."subjectKey" = due."subjectKey"))`;
