import type { ReminderKind } from '@hongxin/plugin-foundation';
import { select } from '@hongxin/plugin-governance';
import { chinaDay } from '@hongxin/rules';
import { weekOf } from './week';

const DAY = 86_400_000;

/** Feedbacks of the unit's members wait for its signature; once a week until they are signed. */
const feedbackToSign: ReminderKind = {
  name: 'feedback-to-sign',
  title: { zh: '年度反馈待签收', en: 'Yearly feedbacks wait for your signature' },
  days: 0,
  workingDaysOnly: true,
  async find(scope) {
    const rows = await select<{ userId: string; year: number; count: number }>(
      scope,
      `SELECT "unitLiaisonId"::text AS "userId", year, count(*)::int AS count FROM {hxYearFeedbacks}
       WHERE state = 'commented' AND "unitLiaisonId" IS NOT NULL GROUP BY "unitLiaisonId", year ORDER BY year`,
    );
    return rows.map(({ userId, year, count }) => ({
      userId: Number(userId),
      about: String(year),
      period: weekOf(scope.today),
      text: `${year}年有 ${count} 份年度反馈待签收，可一次签收。`,
    }));
  },
};

/** A project the unit has taken on is due soon; told again when its deadline moves. */
const projectDue: ReminderKind = {
  name: 'project-due',
  title: { zh: '共建项目即将到期', en: 'A project is due soon' },
  days: 7,
  async find(scope) {
    const rows = await select<{ id: string; userId: string; title: string; deadline: string; progress: number }>(
      scope,
      `SELECT id::text AS id, "ownerId"::text AS "userId", title, deadline::text AS deadline, progress FROM {hxCoProjects}
       WHERE state IN ('claimed', 'inProgress') AND "ownerId" IS NOT NULL AND deadline BETWEEN :today AND :until ORDER BY deadline, id`,
      { today: scope.today, until: chinaDay(new Date(scope.now.getTime() + scope.days * DAY)) },
    );
    return rows.map(({ id, userId, title, deadline, progress }) => ({
      userId: Number(userId),
      about: id,
      period: deadline,
      text: `${title}：${deadline} 到期，进度 ${progress}%`,
    }));
  },
};

export const REMINDERS_OF_UNITS: readonly ReminderKind[] = [feedbackToSign, projectDue];
