import { type ReminderKind, selectRows } from '@hongxin/plugin-foundation';
import { chinaDay } from '@hongxin/rules/mechanism';
import { weekOf } from '../common/week';

const DAY = 86_400_000;

/** Feedbacks of the unit's members wait for its signature; once a week until they are signed. */
const feedbackToSign: ReminderKind = {
  name: 'feedback-to-sign',
  title: { zh: '年度反馈待签收', en: 'Yearly feedbacks wait for your signature' },
  days: 0,
  workingDaysOnly: true,
  async find(scope) {
    const rows = await selectRows<{ userId: string; year: number; count: number }>(
      scope,
      `SELECT "unitLiaisonId"::text AS "userId", year, count(*)::int AS count FROM {hxYearFeedbacks}
       WHERE state = 'commented' AND "unitLiaisonId" IS NOT NULL GROUP BY "unitLiaisonId", year ORDER BY year`,
    );
    return rows.map(({ userId, year, count }) => ({
      userId: Number(userId),
      about: String(year),
      period: weekOf(scope.today),
      text: {
        zh: `${year}年有 ${count} 份年度反馈待签收，可一次签收。`,
        en: `${count} feedbacks of ${year} wait for your signature; all can be signed at once.`,
      },
    }));
  },
};

/** A project the unit has taken on is due soon; told again when its deadline moves. */
const projectDue: ReminderKind = {
  name: 'project-due',
  title: { zh: '共建项目即将到期', en: 'A project is due soon' },
  days: 7,
  async find(scope) {
    const rows = await selectRows<{ id: string; userId: string; title: string; deadline: string; progress: number }>(
      scope,
      `SELECT id::text AS id, "ownerId"::text AS "userId", title, deadline::text AS deadline, progress FROM {hxCoProjects}
       WHERE state IN ('claimed', 'inProgress') AND "ownerId" IS NOT NULL AND deadline BETWEEN :today AND :until ORDER BY deadline, id`,
      { today: scope.today, until: chinaDay(new Date(scope.now.getTime() + scope.days * DAY)) },
    );
    return rows.map(({ id, userId, title, deadline, progress }) => ({
      userId: Number(userId),
      about: id,
      period: deadline,
      text: {
        zh: `${title}：${deadline} 到期，进度 ${progress}%`,
        en: `${title}: due on ${deadline}, ${progress}% done`,
      },
    }));
  },
};

/** Feedbacks of the unit's members have been issued: the liaison hands them to the unit's party organisation. */
const feedbackIssued: ReminderKind = {
  name: 'feedback-issued',
  title: { zh: '年度反馈已正式反馈到单位', en: 'Yearly feedbacks have been issued to your unit' },
  days: 30,
  workingDaysOnly: true,
  async find(scope) {
    const rows = await selectRows<{
      userId: string;
      year: number;
      on: string;
      count: number;
      organization: string | null;
    }>(
      scope,
      `SELECT f."unitLiaisonId"::text AS "userId", f.year, to_char(f."issuedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS on,
         count(*)::int AS count, max(u."partyOrganization") AS organization
       FROM {hxYearFeedbacks} f JOIN {hxUnits} u ON u.id = f."unitId"
       WHERE f.state = 'issued' AND f."unitLiaisonId" IS NOT NULL AND f."issuedAt" > :since
       GROUP BY f."unitLiaisonId", f.year, 3 ORDER BY 3`,
      { since: new Date(scope.now.getTime() - scope.days * DAY) },
    );
    return rows.map(({ userId, year, on, count, organization }) => ({
      userId: Number(userId),
      about: String(year),
      period: on,
      text: {
        zh: `${year}年度反馈 ${count} 份已于 ${on} 反馈，请转交${organization ?? '单位党组织'}。`,
        en: `${count} feedbacks of ${year} were issued on ${on}; hand them to ${organization ?? 'the party organisation of the unit'}.`,
      },
    }));
  },
};

export const REMINDERS_OF_UNITS: readonly ReminderKind[] = [feedbackToSign, projectDue, feedbackIssued];
