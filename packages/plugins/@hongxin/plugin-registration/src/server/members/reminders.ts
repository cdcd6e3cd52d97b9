import { type DueItem, type ReminderKind, type ReminderScope, selectRows } from '@hongxin/plugin-foundation';
import { foundationOf } from '@hongxin/plugin-foundation';
import { chinaMoment, chinaYear } from '@hongxin/rules/mechanism';
import { targetsFor } from '@hongxin/rules/registration';
import type { Application } from '@nocobase/server';
import { readCounting } from '../year-feedbacks/counting';

const DAY = 86_400_000;
/** A deadline is named by its day: what begins at any hour of the day that is `days` ahead is told in the morning of today. */
const endOfDayAhead = ({ today, days }: ReminderScope): Date =>
  new Date(new Date(`${today}T00:00:00+08:00`).getTime() + (days + 1) * DAY);
const hours = (minutes: number): number => Math.round(minutes / 6) / 10;

/** A post one has claimed begins soon; told again when it is put off. */
const claimSoon: ReminderKind = {
  name: 'claim-soon',
  title: { zh: '认领的岗位即将开始', en: 'A post you have claimed begins soon' },
  days: 1,
  async find(scope) {
    const rows = await selectRows<{
      id: string;
      userId: string;
      title: string;
      location: string | null;
      startsAt: Date;
    }>(
      scope,
      `SELECT c.id::text AS id, c."ownerId"::text AS "userId", p.title, p.location, p."startsAt" AS "startsAt"
       FROM {hxClaims} c JOIN {hxServicePosts} p ON p.id = c."postId"
       WHERE c.state = 'claimed' AND c."ownerId" IS NOT NULL AND p."startsAt" > :now AND p."startsAt" < :until
       ORDER BY p."startsAt", c.id`,
      { now: scope.now.toISOString(), until: endOfDayAhead(scope) },
    );
    return rows.map(({ id, userId, title, location, startsAt }) => ({
      userId: Number(userId),
      about: id,
      period: new Date(startsAt).toISOString(),
      text: {
        zh: `${chinaMoment(new Date(startsAt))} ${title}${location ? `（${location}）` : ''}`,
        en: `${chinaMoment(new Date(startsAt))} ${title}${location ? ` (${location})` : ''}`,
      },
    }));
  },
};

const RETURNED = {
  zh: '报到被退回，请按原因修改后再提交。',
  en: 'It was returned; change what the reason says and hand it in again.',
};
const LYING = { zh: '报到草稿已保存，请填完后提交。', en: 'Your draft is kept; complete it and hand it in.' };

/** A registration was begun, or came back, and has been lying since. */
const registrationOpen: ReminderKind = {
  name: 'registration-open',
  title: { zh: '您的党员报到还没有提交', en: 'Your registration has not been handed in' },
  days: 7,
  async find(scope) {
    const rows = await selectRows<{ id: string; userId: string; state: string; updatedAt: Date }>(
      scope,
      `SELECT id::text AS id, "ownerId"::text AS "userId", state, "updatedAt" AS "updatedAt" FROM {hxMemberRegistrations}
       WHERE state IN ('draft', 'returned') AND "ownerId" IS NOT NULL AND "updatedAt" < :before ORDER BY id`,
      { before: new Date(scope.now.getTime() - scope.days * DAY) },
    );
    return rows.map(({ id, userId, state, updatedAt }) => ({
      userId: Number(userId),
      about: id,
      period: new Date(updatedAt).toISOString(),
      text: state === 'returned' ? RETURNED : LYING,
    }));
  },
};

/** Whom the year's target of hours is still far from, once in its last quarter. */
function hoursBehind(app: Application): ReminderKind {
  return {
    name: 'hours-behind',
    title: { zh: '本年服务时长还未达到目标', en: 'The hours of this year are below the target' },
    days: 75,
    async find(scope) {
      const year = chinaYear(scope.now);
      const from = new Date(new Date(`${year + 1}-01-01T00:00:00+08:00`).getTime() - scope.days * DAY);
      if (scope.now < from) return [];
      const { rubric, targets } = await readCounting(foundationOf(app).settings, scope);
      const rows = await selectRows<{ id: string; userId: string; areaCode: string | null; minutes: number }>(
        scope,
        `SELECT m.id::text AS id, m."ownerId"::text AS "userId", m."areaCode" AS "areaCode", coalesce(sum(s.minutes), 0)::int AS minutes
         FROM {hxMemberRegistrations} m
           LEFT JOIN {hxServiceRecords} s ON s."personId" = m."personId" AND s.year = :year AND s.state = 'verified'
         WHERE m.state IN ('accepted', 'onRoll') AND m."ownerId" IS NOT NULL
         GROUP BY m.id ORDER BY m.id`,
        { year },
      );
      return rows.flatMap(({ id, userId, areaCode, minutes }): DueItem[] => {
        const target = targetsFor(targets, { year, subject: 'member', areaCode }, rubric.targets).minutes;
        if (minutes >= target) return [];
        const [done, wanted] = [hours(minutes), hours(target)];
        const text = {
          zh: `已认定 ${done} 小时，目标 ${wanted} 小时；“服务岗位”里有可以认领的岗位。`,
          en: `${done} h verified, ${wanted} h wanted; there are posts to claim under Posts.`,
        };
        return [{ userId: Number(userId), about: id, period: String(year), text }];
      });
    },
  };
}

/** The community has given its comment on a member's year: what they see now they may still object to. */
const feedbackToSee: ReminderKind = {
  name: 'feedback-to-see',
  title: { zh: '您的年度反馈可以查看了', en: 'The feedback on your year can be read' },
  days: 0,
  async find(scope) {
    const rows = await selectRows<{ id: string; userId: string; year: number }>(
      scope,
      `SELECT id::text AS id, "ownerId"::text AS "userId", year FROM {hxYearFeedbacks}
       WHERE subject = 'member' AND state IN ('commented', 'signed') AND "ownerId" IS NOT NULL ORDER BY id`,
      {},
    );
    return rows.map(({ id, userId, year }) => ({
      userId: Number(userId),
      about: id,
      period: String(year),
      text: {
        zh: `${year}年的年度反馈在“我的”里；如有异议，请在正式反馈之前提出。`,
        en: `The feedback of ${year} is under Me; object to it before it is issued if it is wrong.`,
      },
    }));
  },
};

export const remindersOfMembers = (app: Application): readonly ReminderKind[] => [
  claimSoon,
  registrationOpen,
  hoursBehind(app),
  feedbackToSee,
];
