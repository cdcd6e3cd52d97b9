import { type ReminderKind, selectRows } from '@hongxin/plugin-foundation';
import type { LocalizedText } from '@hongxin/rules/mechanism';
import { toOfficials } from './of-officials';
import { weekOf } from '../../common/week';

const DAY = 86_400_000;

/** Records that wait for the community's word. */
interface Queue {
  name: string;
  title: LocalizedText;
  table: string;
  states: readonly string[];
  /** How long they may wait before they are brought up [default]. */
  days: number;
  /** What waits for what, after the place and the number. */
  waits: LocalizedText;
}

const QUEUES: readonly Queue[] = [
  {
    name: 'needs-to-review',
    title: { zh: '居民需求待审核', en: 'Needs wait for a review' },
    table: 'hxNeeds',
    states: ['raised'],
    days: 1,
    waits: { zh: '项居民需求等待审核', en: 'needs of residents wait for a review' },
  },
  {
    name: 'needs-to-publish',
    title: { zh: '居民需求待发布', en: 'Needs wait to be published' },
    table: 'hxNeeds',
    states: ['reviewed'],
    days: 3,
    waits: { zh: '项已审核的需求还没有发布', en: 'reviewed needs have not been published' },
  },
  {
    name: 'units-to-accept',
    title: { zh: '单位报到待接收', en: 'Registrations of units wait to be accepted' },
    table: 'hxUnitRegistrations',
    states: ['submitted'],
    days: 2,
    waits: { zh: '个单位报到等待接收', en: 'registrations of units wait to be accepted' },
  },
  {
    name: 'projects-to-agree',
    title: { zh: '共建项目待同意', en: 'Projects wait for agreement' },
    table: 'hxCoProjects',
    states: ['claimed'],
    days: 3,
    waits: { zh: '个共建项目等待同意实施', en: 'projects wait for the community to agree' },
  },
  {
    name: 'projects-to-rate',
    title: { zh: '共建项目待评价', en: 'Projects wait for a rating' },
    table: 'hxCoProjects',
    states: ['awaitingRating'],
    days: 7,
    waits: { zh: '个已完成的共建项目等待评价', en: 'finished projects wait for a rating' },
  },
  {
    name: 'feedbacks-to-comment',
    title: { zh: '年度反馈待评议', en: 'Yearly feedbacks wait for a comment' },
    table: 'hxYearFeedbacks',
    states: ['computed', 'objected'],
    days: 3,
    waits: { zh: '份年度反馈等待社区评议', en: 'yearly feedbacks wait for the community’s comment' },
  },
  {
    name: 'feedbacks-to-issue',
    title: { zh: '年度反馈待正式反馈', en: 'Yearly feedbacks wait to be issued' },
    table: 'hxYearFeedbacks',
    states: ['signed'],
    // the days in which the member may object come first
    days: 7,
    waits: { zh: '份年度反馈已签收，可以正式反馈', en: 'signed feedbacks can be issued' },
  },
];

/**
 * What waits for those in charge of the place, once a week while it does. Nobody is told of what is a task of theirs
 * already: a review that waits is in the task centre, with its own deadline.
 */
function queueKind({ name, title, table, states, days, waits }: Queue): ReminderKind {
  return {
    name,
    title,
    days,
    workingDaysOnly: true,
    async find(scope) {
      const rows = await selectRows<{ code: string; name: string; count: number }>(
        scope,
        `SELECT a.code, a.name, count(*)::int AS count
         FROM {${table}} r JOIN {hxAreas} a ON a.code = left(r."areaCode", 12)
         WHERE r.state IN (:states) AND r."updatedAt" < :before AND NOT EXISTS (
           SELECT 1 FROM {hxReviewTasks} t WHERE t."collectionName" = :table AND t."recordId" = r.id::text AND t.state = 'pending')
         GROUP BY a.code, a.name ORDER BY a.code`,
        { states: [...states], table, before: new Date(scope.now.getTime() - scope.days * DAY) },
      );
      return toOfficials(
        scope,
        rows.map(({ code, name: place, count }) => ({
          code,
          about: code,
          period: weekOf(scope.today),
          text: { zh: `${place}有 ${count} ${waits.zh}。`, en: `${place}: ${count} ${waits.en}.` },
        })),
      );
    },
  };
}

export const REMINDERS_OF_QUEUES: readonly ReminderKind[] = QUEUES.map(queueKind);
