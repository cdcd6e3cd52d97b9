import { reasonsOf } from '../../mechanism';
import {
  checkFeedbackPoints,
  checkFeedbackRubric,
  checkFeedbackYear,
  DEFAULT_FEEDBACK_RUBRIC,
  describeFeedbackFigure,
  yearFeedback,
  type FeedbackFacts,
} from '..';

const full: FeedbackFacts = {
  isOnRoll: true,
  checkedInMinutes: 1000,
  supplementedMinutes: 260,
  reversedMinutes: -60,
  times: 4,
  claimsServed: 4,
  ratingSum: 20,
  ratingCount: 4,
  communityPoints: 20,
  bonusPoints: 0,
  isOnLeave: false,
  isFalsified: false,
};
const year = (change: Partial<FeedbackFacts>) => yearFeedback({ ...full, ...change });
const points = (change: Partial<FeedbackFacts>): (number | null)[] =>
  year(change).figures.map((figure) => figure.points);

describe('the points of a year', () => {
  it('are all there when the targets are reached', () => {
    expect(points({})).toEqual([10, 30, 25, 15, 20, 0]);
    expect(year({})).toMatchObject({ total: 100, grade: 'excellent', minutes: 1200 });
  });

  it('grow with what was done, and never beyond the item', () => {
    expect(points({ times: 1, checkedInMinutes: 400, supplementedMinutes: 0, claimsServed: 1, ratingSum: 13 })).toEqual(
      [6.2, 8.5, 6.2, 9.7, 20, 0],
    );
    expect(points({ times: 400, checkedInMinutes: 99_999, claimsServed: 400 })).toEqual([10, 30, 25, 15, 20, 0]);
  });

  it('count reversed hours no more', () => {
    expect(year({ checkedInMinutes: 600, supplementedMinutes: 0, reversedMinutes: -600 })).toMatchObject({
      minutes: 0,
    });
    expect(points({ checkedInMinutes: 0, supplementedMinutes: 0, reversedMinutes: -60 })[1]).toBe(0);
  });

  it('wait for the community', () => {
    expect(year({ communityPoints: null })).toMatchObject({ total: null, grade: null });
  });

  it('hand on the weight of what nobody rated', () => {
    const unrated = year({ ratingSum: 0, ratingCount: 0, claimsServed: 0 });
    expect(unrated.figures[3].points).toBeNull();
    expect(unrated.total).toBe(70.6); // 60 of 85
  });

  it('are at most 100 with the bonus', () => {
    expect(year({ bonusPoints: 10 }).total).toBe(100);
    expect(year({ communityPoints: 5, bonusPoints: 10 }).total).toBe(95);
  });

  it('are none for falsified hours, and not counted on leave', () => {
    expect(year({ isFalsified: true })).toMatchObject({ total: 0, grade: 'toImprove' });
    expect(year({ isOnLeave: true, communityPoints: null })).toMatchObject({ total: null, grade: 'exempt' });
  });

  it.each([
    [100, 'excellent'],
    [90, 'excellent'],
    [89.9, 'good'],
    [75, 'good'],
    [60, 'qualified'],
    [59.9, 'toImprove'],
  ])('of %d are graded %s', (total, grade) => {
    const rubric = {
      ...DEFAULT_FEEDBACK_RUBRIC,
      points: { attendance: 0, hours: 100, claims: 0, satisfaction: 0, community: 0 },
    };
    const minutes = Math.round(total * 12);
    const facts = {
      ...full,
      checkedInMinutes: minutes,
      supplementedMinutes: 0,
      reversedMinutes: 0,
      communityPoints: 0,
    };
    expect(yearFeedback(facts, rubric)).toMatchObject({ total, grade });
  });

  it('explain themselves', () => {
    const texts = year({}).figures.map((figure) => describeFeedbackFigure(figure, 'zh'));
    expect(texts).toEqual([
      '在册；参加服务4次，目标4次',
      '经认定20小时（签到16小时40分钟，补录4小时20分钟，冲销1小时），目标20小时',
      '办结认领4项，目标4项',
      '4次评价，平均5分（满分5分）',
      '由社区评议给出',
      '由社区按突出事项给出',
    ]);
    for (const figure of [...year({}).figures, ...year({ communityPoints: null, ratingCount: 0 }).figures])
      expect(describeFeedbackFigure(figure, 'en')).not.toMatch(/\p{Script=Han}|NaN|undefined/u);
  });
});

describe('a year’s feedback', () => {
  it('is made after the year has ended', () => {
    const code = (given: number, today: string) => reasonsOf(checkFeedbackYear(given, today))[0]?.code;
    expect(code(2026, '2026-12-31')).toBe('FEEDBACK_YEAR_NOT_ENDED');
    expect(code(2026, '2027-01-01')).toBeUndefined();
    expect(code(1999, '2027-01-01')).toBe('FEEDBACK_YEAR_INVALID');
  });

  it('takes whole points within the rubric', () => {
    const refused = (communityPoints: number | null, bonusPoints: number) =>
      reasonsOf(checkFeedbackPoints({ communityPoints, bonusPoints }, DEFAULT_FEEDBACK_RUBRIC)).map(
        ({ field }) => field,
      );
    expect(refused(20, 10)).toEqual([]);
    expect(refused(null, 0)).toEqual([]);
    expect(refused(21, -1)).toEqual(['communityPoints', 'bonusPoints']);
    expect(refused(1.5, 11)).toEqual(['communityPoints', 'bonusPoints']);
  });

  it('has a rubric whose points add up', () => {
    expect(checkFeedbackRubric(DEFAULT_FEEDBACK_RUBRIC)).toEqual([]);
    for (const broken of [
      null,
      {},
      { ...DEFAULT_FEEDBACK_RUBRIC, points: { ...DEFAULT_FEEDBACK_RUBRIC.points, hours: 31 } },
      { ...DEFAULT_FEEDBACK_RUBRIC, grades: [] },
      { ...DEFAULT_FEEDBACK_RUBRIC, bonusMax: -1 },
    ])
      expect(checkFeedbackRubric(broken)).toHaveLength(1);
  });
});
