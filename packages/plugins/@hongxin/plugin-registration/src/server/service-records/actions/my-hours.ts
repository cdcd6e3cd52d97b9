import { action, clock, foundationOf, selectRows } from '@hongxin/plugin-foundation';
import { chinaYear } from '@hongxin/rules/mechanism';
import type { MyHoursAnswer } from '../../../shared/service';
import { readCounting, rubricOf } from '../../year-feedbacks/counting';

/** A reversal `s` of hours of a year that had been issued: it is booked in this year, but is no service of it. */
const OF_EARLIER_YEAR = `EXISTS (SELECT 1 FROM {hxServiceRecords} o WHERE o.id = s."reversesId" AND o.year < s.year)`;

/** `hxService:myHours`: the caller's own hours of this year, in all and by class. */
export const myHoursAction = action({ right: 'loggedIn' }, async ({ ctx, userId }) => {
  const year = chinaYear(clock.now());
  const rows = await selectRows<{
    title: string | null;
    verified: number;
    served: number;
    times: number;
    pending: number;
  }>(
    { db: ctx.db },
    `SELECT d.title, coalesce(sum(s.minutes) FILTER (WHERE s.state = 'verified'), 0)::int AS verified,
       coalesce(sum(s.minutes) FILTER (WHERE s.state = 'verified' AND NOT ${OF_EARLIER_YEAR}), 0)::int AS served,
       (count(*) FILTER (WHERE s.state = 'verified' AND s.origin <> 'reversal' AND s."reversedAt" IS NULL))::int AS times,
       coalesce(sum(s.minutes) FILTER (WHERE s.state = 'pending'), 0)::int AS pending
     FROM {hxServiceRecords} s
       LEFT JOIN {hxServicePosts} p ON p.id = s."postId" LEFT JOIN {hxCoProjects} j ON j.id = s."projectId"
       LEFT JOIN {hxNeeds} n ON n.id = j."needId"
       LEFT JOIN {hxDictionaryItems} d ON d.id = coalesce(p."serviceClassId", n."serviceClassId")
     WHERE s."ownerId" = :userId AND s.year = :year GROUP BY d.title, d.sort ORDER BY d.sort NULLS LAST`,
    { userId, year },
  );
  const sum = (field: 'verified' | 'times' | 'pending') => rows.reduce((total, row) => total + row[field], 0);
  const classes = rows.filter((row) => row.served !== 0).map((row) => ({ title: row.title, minutes: row.served }));
  const takenBack = await selectRows<{ year: number; minutes: number }>(
    { db: ctx.db },
    `SELECT o.year, sum(s.minutes)::int AS minutes FROM {hxServiceRecords} s JOIN {hxServiceRecords} o ON o.id = s."reversesId"
     WHERE s."ownerId" = :userId AND s.year = :year AND s.state = 'verified' AND o.year < s.year
     GROUP BY o.year ORDER BY o.year`,
    { userId, year },
  );
  const [claims] = await selectRows<{ made: number; served: number }>(
    { db: ctx.db },
    `SELECT count(*)::int AS made, (count(*) FILTER (WHERE c.state = 'served'))::int AS served FROM {hxClaims} c
     WHERE c."ownerId" = :userId AND c.year = :year AND c.state NOT IN ('withdrawn', 'cancelled')`,
    { userId, year },
  );
  const [roll] = await selectRows<{ areaCode: string }>(
    { db: ctx.db },
    `SELECT "areaCode" FROM {hxMemberRegistrations} WHERE "ownerId" = :userId AND state IN ('accepted', 'onRoll') LIMIT 1`,
    { userId },
  );
  const counting = await readCounting(foundationOf(ctx.app).settings, { db: ctx.db });
  const { targets } = rubricOf(counting, { year, subject: 'member', areaCode: roll?.areaCode ?? null });
  const answer: MyHoursAnswer = {
    year,
    verified: sum('verified'),
    times: sum('times'),
    pending: sum('pending'),
    claims,
    classes,
    takenBack,
    target: targets,
  };
  return answer;
});
