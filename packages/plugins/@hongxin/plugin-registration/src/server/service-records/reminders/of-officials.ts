import { type DueItem, type ReminderKind, type ReminderScope, selectRows } from '@hongxin/plugin-foundation';
import { nearestWithRole } from '@hongxin/plugin-governance';
import { chinaDay, type LocalizedText } from '@hongxin/rules/mechanism';
import { FEEDBACKS_WANTED, yearOf } from '../../year-feedbacks/wanted';
import { weekOf } from '../../common/week';

const DAY = 86_400_000;

export interface Waiting {
  code: string;
  about: string;
  period: string;
  text: LocalizedText;
}

/** The officials in charge of each place, asked once per place. */
export async function toOfficials(scope: ReminderScope, waiting: readonly Waiting[]): Promise<DueItem[]> {
  const known = new Map<string, readonly number[]>();
  const items: DueItem[] = [];
  for (const { code, ...item } of waiting) {
    let userIds = known.get(code);
    if (!userIds) {
      userIds = (await nearestWithRole(scope, code, 'hx-official')).map(({ userId }) => userId);
      known.set(code, userIds);
    }
    items.push(...userIds.map((userId) => ({ userId, ...item })));
  }
  return items;
}

/** Hours wait for the host's word; once a week until they are verified. */
const recordsToVerify: ReminderKind = {
  name: 'records-to-verify',
  title: { zh: '服务记录待认定', en: 'Service records wait to be verified' },
  days: 3,
  workingDaysOnly: true,
  async find(scope) {
    const rows = await selectRows<{ code: string; name: string; count: number }>(
      scope,
      `SELECT a.code, a.name, count(*)::int AS count
       FROM {hxServiceRecords} r JOIN {hxAreas} a ON a.code = left(r."areaCode", 12)
       WHERE r.state = 'pending' AND r."createdAt" < :before GROUP BY a.code, a.name ORDER BY a.code`,
      { before: new Date(scope.now.getTime() - scope.days * DAY) },
    );
    return toOfficials(
      scope,
      rows.map(({ code, name, count }) => ({
        code,
        about: code,
        period: weekOf(scope.today),
        text: {
          zh: `${name}有 ${count} 条服务记录等待认定超过 ${scope.days} 天。`,
          en: `${name}: ${count} service records have waited to be verified for more than ${scope.days} days.`,
        },
      })),
    );
  },
};

/** The day a need is wanted by comes near and it is not done; told again when the day moves. */
const needDue: ReminderKind = {
  name: 'need-due',
  title: { zh: '需求即将到期', en: 'A need is wanted soon' },
  days: 3,
  async find(scope) {
    const rows = await selectRows<{ id: string; code: string; title: string; wantedBy: string }>(
      scope,
      `SELECT n.id::text AS id, n."areaCode" AS code, n.title, n."wantedBy"::text AS "wantedBy" FROM {hxNeeds} n
       WHERE n.state IN ('raised', 'reviewed', 'published', 'claimed', 'inProgress') AND n."areaCode" IS NOT NULL
         AND n."wantedBy" BETWEEN :today AND :until ORDER BY n."wantedBy", n.id`,
      { today: scope.today, until: chinaDay(new Date(scope.now.getTime() + scope.days * DAY)) },
    );
    return toOfficials(
      scope,
      rows.map(({ id, code, title, wantedBy }) => ({
        code,
        about: id,
        period: wantedBy,
        text: { zh: `${title}：希望 ${wantedBy} 前办好`, en: `${title}: wanted by ${wantedBy}` },
      })),
    );
  },
};

/** The year has ended and not everybody who stood on a roll in it has been told; once a month from the second working week on. */
const feedbackToMake: ReminderKind = {
  name: 'feedback-to-make',
  title: { zh: '上年度反馈还未生成', en: 'The feedback of last year has not been made' },
  days: 10,
  workingDaysOnly: true,
  async find(scope) {
    const year = Number(scope.today.slice(0, 4)) - 1;
    if (Number(scope.today.slice(5, 7)) > 3 || scope.today < `${year + 1}-01-${String(scope.days).padStart(2, '0')}`)
      return [];
    const rows = await selectRows<{ code: string; name: string; count: number }>(
      scope,
      `SELECT a.code, a.name, count(*)::int AS count
       FROM ${FEEDBACKS_WANTED} w JOIN {hxAreas} a ON a.code = left(w."areaCode", 12)
       GROUP BY a.code, a.name ORDER BY a.code`,
      yearOf(year),
    );
    return toOfficials(
      scope,
      rows.map(({ code, name, count }) => ({
        code,
        about: `${code}/${year}`,
        period: scope.today.slice(0, 7),
        text: {
          zh: `${name}有 ${count} 份${year}年度反馈还未生成。`,
          en: `${name}: ${count} feedbacks of ${year} have not been made.`,
        },
      })),
    );
  },
};

export const REMINDERS_OF_OFFICIALS: readonly ReminderKind[] = [recordsToVerify, needDue, feedbackToMake];
