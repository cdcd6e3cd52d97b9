import { FEEDBACK_ITEM_TITLES } from './describe-feedback';
import { durationText } from '../mechanism/duration';
import type { Language, LocalizedText } from '../mechanism/localized-text';
import { yearFeedback, type FeedbackFacts, type FeedbackFigure, type FeedbackRubric } from './year-feedback';

type Say = (value: number, language: Language) => string;

const duration: Say = durationText;
const number: Say = (value) => String(value);
const roll: Say = (value, language) =>
  value === 1 ? (language === 'zh' ? '在册' : 'on the roll') : language === 'zh' ? '不在册' : 'not on the roll';

/** What is counted of a year and can change, in the words of who reads that it has. */
const COUNTED: Readonly<Record<string, readonly [zh: string, en: string, say: Say]>> = {
  onRoll: ['在册情况', 'standing', roll],
  times: ['服务次数', 'times', number],
  minutes: ['服务时长', 'hours', duration],
  checkedInMinutes: ['签到时长', 'checked-in hours', duration],
  supplementedMinutes: ['补录时长', 'hours entered afterwards', duration],
  reversedMinutes: ['冲销时长', 'hours reversed', duration],
  claimsServed: ['办结认领', 'claims served', number],
  ratingCount: ['评价次数', 'ratings', number],
  ratingSum: ['评价总分', 'sum of the ratings', number],
};

/** A year as it was shown to those who comment on it and sign it. */
export interface ShownFeedback {
  figures: readonly FeedbackFigure[] | null;
  total: number | null;
}

/**
 * What of a year is no longer as it was shown: every figure that can change, by its item with what it was and what it
 * is. It is counted with the rubric it was shown with, which later settings leave alone.
 */
export function compareFeedback(shown: ShownFeedback, facts: FeedbackFacts, rubric: FeedbackRubric): LocalizedText[] {
  const figures = shown.figures ?? [];
  const now = yearFeedback(facts, rubricShown(figures, rubric));
  const changes: LocalizedText[] = [];
  for (const item of [...figures, ...now.figures].map(({ item }) => item).filter(isFirst)) {
    const [before, after] = [figures, now.figures].map((list) => list.find((figure) => figure.item === item));
    const counted = Object.entries(COUNTED).filter(
      ([key]) => (before?.counted[key] ?? null) !== (after?.counted[key] ?? null),
    );
    for (const [key, [zh, en, say]] of counted)
      changes.push(change({ zh, en }, [before?.counted[key], after?.counted[key]], say));
    const [was, is] = [before?.points ?? null, after?.points ?? null];
    if (counted.length === 0 && (was !== is || !before !== !after))
      changes.push(change(FEEDBACK_ITEM_TITLES[item], [was, is], points));
  }
  if (changes.length === 0 && shown.total !== now.total)
    changes.push(change({ zh: '得分', en: 'total' }, [shown.total, now.total], points));
  return changes;
}

const points: Say = (value, language) => (language === 'zh' ? `${value}分` : `${value} points`);
const isFirst = <T>(value: T, index: number, all: readonly T[]): boolean => all.indexOf(value) === index;

function change(title: LocalizedText, values: readonly (number | null | undefined)[], say: Say): LocalizedText {
  const [zh, en] = (['zh', 'en'] as const).map((language) =>
    values.map((value) => (value === null || value === undefined ? '—' : say(value, language))),
  );
  return { zh: `${title.zh}${zh.join('→')}`, en: `${title.en} ${en.join(' then, ')} now` };
}

/** The rubric as the figures that were shown tell it. */
function rubricShown(figures: readonly FeedbackFigure[], rubric: FeedbackRubric): FeedbackRubric {
  const of = (item: string): FeedbackFigure | undefined => figures.find((figure) => figure.item === item);
  const points = Object.fromEntries(
    Object.entries(rubric.points).map(([item, max]) => [item, of(item)?.max ?? max]),
  ) as FeedbackRubric['points'];
  const targets = {
    times: of('attendance')?.counted.targetTimes ?? rubric.targets.times,
    minutes: of('hours')?.counted.targetMinutes ?? rubric.targets.minutes,
    claims: of('claims')?.counted.targetClaims ?? rubric.targets.claims,
  };
  return { ...rubric, points, targets };
}

/** Several changes in one line. */
export const changesText = (changes: readonly LocalizedText[]): LocalizedText => ({
  zh: changes.map(({ zh }) => zh).join('，'),
  en: changes.map(({ en }) => en).join(', '),
});
