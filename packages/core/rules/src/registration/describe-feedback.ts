import { durationText } from '../mechanism/duration';
import type { Language, LocalizedText } from '../mechanism/localized-text';
import { EXEMPT_GRADE, RATING_MAX, type FeedbackFigure } from './year-feedback';

export const FEEDBACK_ITEM_TITLES: Readonly<Record<FeedbackFigure['item'], LocalizedText>> = {
  attendance: { zh: '报到与参会', en: 'Registration and attendance' },
  hours: { zh: '服务时长', en: 'Hours of service' },
  claims: { zh: '认领办结', en: 'Claims served' },
  satisfaction: { zh: '服务对象满意度', en: 'Satisfaction of those served' },
  community: { zh: '社区评议', en: 'Community’s opinion' },
  bonus: { zh: '加分', en: 'Bonus' },
  falsified: { zh: '时长造假', en: 'Falsified hours' },
  leave: { zh: '请假免评', en: 'On leave' },
};

/** Why a year does not count what its items say; people read it beside the result. */
const DECIDED: Readonly<Record<'falsified' | 'leave', LocalizedText>> = {
  falsified: {
    zh: '社区查实服务时长造假，本年度计0分，以上各项不计入得分',
    en: 'the community found hours falsified: the year counts 0 points, the items above count nothing',
  },
  leave: {
    zh: '本年度请假，免予评定，不计总分、不定等次，以上各项只作记录',
    en: 'on leave: the year is not graded and has no total, the items above are only kept on record',
  },
};

/**
 * The year with the line that says why its items do not count, also where it was computed before there was such a line.
 */
export function explainedFigures(feedback: {
  figures: readonly FeedbackFigure[] | null;
  grade: string | null;
  isFalsified?: boolean | null;
}): readonly FeedbackFigure[] {
  const figures = feedback.figures ?? [];
  if (figures.some(({ item }) => item === 'falsified' || item === 'leave')) return figures;
  const line = (item: 'falsified' | 'leave', points: number | null): FeedbackFigure[] => [
    ...figures,
    { item, max: 0, points, counted: {} },
  ];
  if (feedback.grade === EXEMPT_GRADE.code) return line('leave', null);
  return feedback.isFalsified ? line('falsified', 0) : figures;
}

/** What stands in the column of points. */
export function feedbackPointsText({ points, max, item }: FeedbackFigure): string {
  return item === 'falsified' || item === 'leave' ? String(points ?? '—') : `${points ?? '—'} / ${max}`;
}

/** How a figure came about, in a sentence a member can check. */
export function describeFeedbackFigure({ item, counted, points }: FeedbackFigure, language: Language): string {
  const zh = language === 'zh';
  const c = (key: string): number => counted[key] ?? 0;
  const time = (key: string): string => durationText(c(key), language);
  if (item === 'falsified' || item === 'leave') return DECIDED[item][language];
  if (item === 'attendance') {
    const roll = c('onRoll') === 1 ? (zh ? '在册' : 'on the roll') : zh ? '不在册' : 'not on the roll';
    return zh
      ? `${roll}；参加服务${c('times')}次，目标${c('targetTimes')}次`
      : `${roll}; took part ${c('times')} times, target ${c('targetTimes')}`;
  }
  if (item === 'hours') {
    const reversed =
      c('reversedMinutes') === 0
        ? ''
        : zh
          ? `，冲销${durationText(-c('reversedMinutes'), language)}`
          : `, reversed ${durationText(-c('reversedMinutes'), language)}`;
    return zh
      ? `经认定${time('minutes')}（签到${time('checkedInMinutes')}，补录${time('supplementedMinutes')}${reversed}），目标${time('targetMinutes')}`
      : `${time('minutes')} verified (checked in ${time('checkedInMinutes')}, entered afterwards ${time('supplementedMinutes')}${reversed}), target ${time('targetMinutes')}`;
  }
  if (item === 'claims')
    return zh
      ? `办结认领${c('claimsServed')}项，目标${c('targetClaims')}项`
      : `${c('claimsServed')} claims served, target ${c('targetClaims')}`;
  if (item === 'satisfaction') {
    if (c('ratingCount') === 0)
      return zh ? '无人评价，不计分，分值由其他项分担' : 'nobody rated: not counted, the other items carry its weight';
    const mean = Math.round((c('ratingSum') * 10) / c('ratingCount')) / 10;
    return zh
      ? `${c('ratingCount')}次评价，平均${mean}分（满分${RATING_MAX}分）`
      : `${c('ratingCount')} ratings, ${mean} of ${RATING_MAX} on average`;
  }
  if (item === 'community' && points === null) return zh ? '待社区评议' : 'waits for the community';
  if (item === 'community') return zh ? '由社区评议给出' : 'given by the community';
  return zh ? '由社区按突出事项给出' : 'given by the community for merit';
}
