import { durationText } from '../../mechanism';
import {
  changesText,
  compareFeedback,
  DEFAULT_FEEDBACK_RUBRIC,
  describeFeedbackFigure,
  explainedFigures,
  feedbackPointsText,
  issuableFrom,
  signedBefore,
  yearFeedback,
  type FeedbackFacts,
} from '..';

const facts: FeedbackFacts = {
  ...{ isOnRoll: true, checkedInMinutes: 62, supplementedMinutes: 684, reversedMinutes: 0, times: 2, claimsServed: 1 },
  ...{ ratingSum: 5, ratingCount: 1, communityPoints: 12, bonusPoints: 5, isOnLeave: false, isFalsified: false },
};
const year = (change: Partial<FeedbackFacts> = {}) => yearFeedback({ ...facts, ...change });
const explained = (change: Partial<FeedbackFacts>) =>
  explainedFigures(year(change)).map((figure) => [feedbackPointsText(figure), describeFeedbackFigure(figure, 'zh')]);

describe('the length of a service', () => {
  it('is said to the minute', () => {
    expect([0, 45, 60, 746, -180].map((minutes) => durationText(minutes, 'zh'))).toEqual([
      '0小时',
      '45分钟',
      '1小时',
      '12小时26分钟',
      '-3小时',
    ]);
    expect([45, 746].map((minutes) => durationText(minutes, 'en'))).toEqual(['45 min', '12 h 26 min']);
  });

  it('adds up in an explanation, part by part', () => {
    expect(describeFeedbackFigure(year().figures[1], 'zh')).toBe(
      '经认定12小时26分钟（签到1小时2分钟，补录11小时24分钟），目标20小时',
    );
  });
});

describe('a year that does not count what its items say', () => {
  it('says that hours were falsified', () => {
    expect(year({ isFalsified: true })).toMatchObject({ total: 0, grade: 'toImprove' });
    expect(explained({ isFalsified: true }).at(-1)).toEqual([
      '0',
      '社区查实服务时长造假，本年度计0分，以上各项不计入得分',
    ]);
  });

  it('says that the member was on leave', () => {
    expect(explained({ isOnLeave: true }).at(-1)).toEqual([
      '—',
      '本年度请假，免予评定，不计总分、不定等次，以上各项只作记录',
    ]);
    expect(explained({})).toHaveLength(6);
  });

  it('says so of years computed before it was kept among the figures', () => {
    const { figures } = year();
    expect(explainedFigures({ figures, grade: 'exempt' }).at(-1)?.item).toBe('leave');
    expect(explainedFigures({ figures, grade: 'toImprove', isFalsified: true }).at(-1)?.item).toBe('falsified');
    expect(explainedFigures({ figures: null, grade: null })).toEqual([]);
  });

  it('says so in English too', () => {
    for (const change of [{ isFalsified: true }, { isOnLeave: true }])
      for (const figure of year(change).figures)
        expect(describeFeedbackFigure(figure, 'en')).not.toMatch(/\p{Script=Han}|NaN|undefined/u);
  });
});

describe('what was shown and what is', () => {
  const changes = (change: Partial<FeedbackFacts>, shown = year()) =>
    changesText(compareFeedback(shown, { ...facts, ...change }, DEFAULT_FEEDBACK_RUBRIC));

  it('is the same as long as nothing has changed', () => {
    expect(changes({})).toEqual({ zh: '', en: '' });
    for (const change of [{ isFalsified: true }, { isOnLeave: true }, { communityPoints: null }])
      expect(changes(change, year(change)).zh).toBe('');
  });

  it.each<[Partial<FeedbackFacts>, string]>([
    [{ isOnRoll: false }, '在册情况在册→不在册'],
    [{ times: 3 }, '服务次数2→3'],
    [
      { checkedInMinutes: 122, supplementedMinutes: 624 },
      '签到时长1小时2分钟→2小时2分钟，补录时长11小时24分钟→10小时24分钟',
    ],
    [{ checkedInMinutes: 122, reversedMinutes: -60 }, '签到时长1小时2分钟→2小时2分钟，冲销时长0小时→-1小时'],
    [{ supplementedMinutes: 744 }, '服务时长12小时26分钟→13小时26分钟，补录时长11小时24分钟→12小时24分钟'],
    [{ claimsServed: 2 }, '办结认领1→2'],
    [{ ratingSum: 0, ratingCount: 0 }, '评价次数1→0，评价总分5→0'],
    [{ ratingSum: 4 }, '评价总分5→4'],
    [{ communityPoints: 13 }, '社区评议12分→13分'],
    [{ bonusPoints: 0 }, '加分5分→0分'],
    [{ isFalsified: true }, '时长造假—→0分'],
    [{ isOnLeave: true }, '请假免评—→—'],
  ])('is told apart by %j', (change, text) => {
    expect(changes(change).zh).toBe(text);
    expect(changes(change).en).not.toMatch(/\p{Script=Han}|NaN|undefined/u);
    expect(changes(change).en).not.toBe('');
  });

  it('names both values in English', () => {
    expect(changes({ claimsServed: 2 }).en).toBe('claims served 1 then, 2 now');
  });

  it('is told apart by a total that does not follow from its figures', () => {
    expect(changes({}, { ...year(), total: 12 }).zh).toBe(`得分12分→${String(year().total)}分`);
  });

  it('stays with the rubric it was shown with', () => {
    const rubric = { ...DEFAULT_FEEDBACK_RUBRIC, targets: { times: 1, minutes: 60, claims: 1 } };
    expect(compareFeedback(year(), facts, rubric)).toEqual([]);
  });
});

describe('a deadline named by its day', () => {
  const signed = new Date('2027-01-26T03:03:00+08:00');

  it('is reached with that day, whatever the hour of the signature', () => {
    expect(issuableFrom(signed, 5)).toBe('2027-01-31');
    expect(issuableFrom(new Date('2027-01-26T23:59:00+08:00'), 5)).toBe('2027-01-31');
    expect(issuableFrom(signed, 0)).toBe('2027-01-26');
  });

  it('is asked of many by the day too', () => {
    const isDue = (now: string, days = 5): boolean => signed < signedBefore(new Date(now), days);
    expect(isDue('2027-01-30T23:59:59+08:00')).toBe(false);
    expect(isDue('2027-01-31T00:00:00+08:00')).toBe(true);
    expect(isDue('2027-01-26T03:04:00+08:00', 0)).toBe(true);
  });
});
