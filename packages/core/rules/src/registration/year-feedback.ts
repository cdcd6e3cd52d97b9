import type { LocalizedText } from '../mechanism/localized-text';
import { verdict, type Reason, type Verdict } from '../mechanism/reason';
import { reason } from './reasons';

/** Items of the yearly feedback, in the order they are shown. */
export const FEEDBACK_ITEMS = ['attendance', 'hours', 'claims', 'satisfaction', 'community'] as const;
export type FeedbackItem = (typeof FEEDBACK_ITEMS)[number];

export interface FeedbackGrade extends LocalizedText {
  code: string;
  /** Lowest total of the grade, in points. */
  atLeast: number;
}

/** What is asked for in a year: reaching it gives all the points of the item. */
export interface YearTargets {
  times: number;
  minutes: number;
  claims: number;
}

/** Whose year it is: targets may differ. */
export type FeedbackSubject = 'member' | 'unit';

/** How a year is counted; administrators change it in the settings. */
export interface FeedbackRubric {
  /** Points of each item, whole numbers; together 100. */
  points: Readonly<Record<FeedbackItem, number>>;
  /** Most points on top, for merit. */
  bonusMax: number;
  /** What holds where no row of targets says otherwise, see `targetsFor`. */
  targets: YearTargets;
  /** Highest first. */
  grades: readonly FeedbackGrade[];
}

/** domain §2: 报到与参会 10 · 服务时长 30 · 认领办结 25 · 服务对象满意度 15 · 社区评议 20 · bonus ≤ 10 [default]. */
export const DEFAULT_FEEDBACK_RUBRIC: FeedbackRubric = {
  points: { attendance: 10, hours: 30, claims: 25, satisfaction: 15, community: 20 },
  bonusMax: 10,
  // 4 problems + 4 activities [found]; 20 hours [default]
  targets: { times: 4, minutes: 20 * 60, claims: 4 },
  grades: [
    { code: 'excellent', zh: '优秀', en: 'Excellent', atLeast: 90 },
    { code: 'good', zh: '良好', en: 'Good', atLeast: 75 },
    { code: 'qualified', zh: '合格', en: 'Qualified', atLeast: 60 },
    { code: 'toImprove', zh: '待提高', en: 'To improve', atLeast: 0 },
  ],
};

/** Highest rating of those served. */
export const RATING_MAX = 5;

/** What is known of a year. For a unit: the mean of its members on the roll, ratings added up. */
export interface FeedbackFacts {
  isOnRoll: boolean;
  /** Verified minutes by where they come from; reversals are negative. */
  checkedInMinutes: number;
  supplementedMinutes: number;
  reversedMinutes: number;
  times: number;
  claimsServed: number;
  ratingSum: number;
  ratingCount: number;
  /** Given by the community, 0 to the item's points; null until then. */
  communityPoints: number | null;
  bonusPoints: number;
  /** On leave (sick, posted elsewhere …): the year is not graded. */
  isOnLeave: boolean;
  /** Hours were falsified: the year counts nothing. */
  isFalsified: boolean;
}

/** One line of the explanation: what was counted against what, and what it gives. Points to the tenth. */
export interface FeedbackFigure {
  /** `falsified` and `leave` stand last where they decide the year: they say why the items above do not count. */
  item: FeedbackItem | 'bonus' | 'falsified' | 'leave';
  max: number;
  /** Null while it cannot be said (no comment yet) or does not apply (nobody rated). */
  points: number | null;
  counted: Readonly<Record<string, number>>;
}

export interface FeedbackResult {
  figures: readonly FeedbackFigure[];
  minutes: number;
  /** To the tenth, at most 100; null while the community has not commented, or the year is exempt. */
  total: number | null;
  /** Code of a grade, `exempt`, or null while there is no total. */
  grade: string | null;
}

/** Grade of a year on leave. */
export const EXEMPT_GRADE: LocalizedText & { code: string } = { code: 'exempt', zh: '免评', en: 'Exempt' };

/** Part of `max` that `done` is of `target`, to the tenth, never more than all. A target of nothing is reached. */
function part(max: number, done: number, target: number): number {
  if (target <= 0) return max;
  return Math.floor((max * 10 * Math.max(0, Math.min(done, target))) / target) / 10;
}

/** Computes a year from what is known of it; every figure says what it was counted from. */
export function yearFeedback(facts: FeedbackFacts, rubric: FeedbackRubric = DEFAULT_FEEDBACK_RUBRIC): FeedbackResult {
  const minutes = Math.max(0, facts.checkedInMinutes + facts.supplementedMinutes + facts.reversedMinutes);
  const figures = figuresOf(facts, minutes, rubric);
  const decided = (item: 'falsified' | 'leave', points: number | null): FeedbackFigure[] => [
    ...figures,
    { item, max: 0, points, counted: {} },
  ];
  if (facts.isOnLeave) return { figures: decided('leave', null), minutes, total: null, grade: EXEMPT_GRADE.code };
  if (facts.isFalsified) return { figures: decided('falsified', 0), minutes, total: 0, grade: gradeOf(0, rubric) };
  if (facts.communityPoints === null) return { figures, minutes, total: null, grade: null };
  const items = figures.filter(({ item }) => item !== 'bonus');
  const applicable = items.filter(({ points }) => points !== null);
  const reached = applicable.reduce((sum, { points }) => sum + Math.round((points ?? 0) * 10), 0);
  const reachable = applicable.reduce((sum, { max }) => sum + max, 0);
  // an item that does not apply hands its weight to the others
  const base = reachable === 0 ? 0 : Math.round((reached * 100) / reachable) / 10;
  const total = Math.min(100, Math.round((base + facts.bonusPoints) * 10) / 10);
  return { figures, minutes, total, grade: gradeOf(total, rubric) };
}

function figuresOf(
  facts: FeedbackFacts,
  minutes: number,
  { points, targets, bonusMax }: FeedbackRubric,
): FeedbackFigure[] {
  const { checkedInMinutes, supplementedMinutes, reversedMinutes, times, claimsServed, ratingSum, ratingCount } = facts;
  // half for being on the roll, half for taking part [default]
  const roll = facts.isOnRoll ? points.attendance / 2 : 0;
  return [
    {
      item: 'attendance',
      max: points.attendance,
      points: Math.round((roll + part(points.attendance / 2, times, targets.times)) * 10) / 10,
      counted: { onRoll: facts.isOnRoll ? 1 : 0, times, targetTimes: targets.times },
    },
    {
      item: 'hours',
      max: points.hours,
      points: part(points.hours, minutes, targets.minutes),
      counted: { minutes, checkedInMinutes, supplementedMinutes, reversedMinutes, targetMinutes: targets.minutes },
    },
    {
      item: 'claims',
      max: points.claims,
      points: part(points.claims, claimsServed, targets.claims),
      counted: { claimsServed, targetClaims: targets.claims },
    },
    {
      item: 'satisfaction',
      max: points.satisfaction,
      points: ratingCount === 0 ? null : part(points.satisfaction, ratingSum, ratingCount * RATING_MAX),
      counted: { ratingSum, ratingCount },
    },
    { item: 'community', max: points.community, points: facts.communityPoints, counted: {} },
    { item: 'bonus', max: bonusMax, points: facts.bonusPoints, counted: {} },
  ];
}

function gradeOf(total: number, { grades }: FeedbackRubric): string {
  return ([...grades].sort((a, b) => b.atLeast - a.atLeast).find(({ atLeast }) => total >= atLeast) ?? grades[0]).code;
}

/** Refuses points outside their bounds. */
export function checkFeedbackPoints(
  given: { communityPoints: number | null; bonusPoints: number },
  { points, bonusMax }: FeedbackRubric,
): Verdict {
  const outside = (value: number, max: number): boolean => !Number.isInteger(value) || value < 0 || value > max;
  const community = given.communityPoints;
  return verdict([
    ...(community !== null && outside(community, points.community)
      ? [reason('FEEDBACK_POINTS_RANGE', { max: points.community }, 'communityPoints')]
      : []),
    ...(outside(given.bonusPoints, bonusMax)
      ? [reason('FEEDBACK_POINTS_RANGE', { max: bonusMax }, 'bonusPoints')]
      : []),
  ]);
}

/** Refuses the feedback of a year that has not ended. @param today ISO day in China */
export function checkFeedbackYear(year: number, today: string): Verdict {
  const current = Number(today.slice(0, 4));
  if (!Number.isInteger(year) || year < 2000 || year > 2200) {
    return verdict([reason('FEEDBACK_YEAR_INVALID', { year: String(year) }, 'year')]);
  }
  return verdict(
    year >= current ? [reason('FEEDBACK_YEAR_NOT_ENDED', { year, from: `${year + 1}-01-01` }, 'year')] : [],
  );
}

/** Everything that makes a rubric unusable. */
export function checkFeedbackRubric(value: unknown): Reason[] {
  const rubric = value as Partial<FeedbackRubric> | null;
  const whole = (number: unknown, max: number): boolean =>
    Number.isInteger(number) && Number(number) >= 0 && Number(number) <= max;
  const points = FEEDBACK_ITEMS.map((item) => rubric?.points?.[item]);
  const sum = points.reduce<number>((total, each) => total + Number(each), 0);
  const areTargets = (given: unknown): boolean => {
    const { times, minutes, claims } = (given ?? {}) as Partial<YearTargets>;
    return [times, minutes, claims].every((each) => whole(each, 1_000_000));
  };
  const grades = Array.isArray(rubric?.grades) ? rubric.grades : [];
  const isSound =
    points.every((each) => whole(each, 100)) &&
    sum === 100 &&
    whole(rubric?.bonusMax, 100) &&
    areTargets(rubric?.targets) &&
    grades.length > 0 &&
    grades.every(({ code, zh, en, atLeast }) => Boolean(code && zh && en) && whole(atLeast, 100)) &&
    grades.some(({ atLeast }) => atLeast === 0);
  return isSound ? [] : [reason('FEEDBACK_RUBRIC_INVALID', { sum: Number.isFinite(sum) ? sum : 0 }, 'value')];
}
