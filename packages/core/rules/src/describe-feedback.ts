import type { Language, LocalizedText } from './localized-text';
import { RATING_MAX, type FeedbackFigure } from './year-feedback';

export const FEEDBACK_ITEM_TITLES: Readonly<Record<FeedbackFigure['item'], LocalizedText>> = {
  attendance: { zh: '报到与参会', en: 'Registration and attendance' },
  hours: { zh: '服务时长', en: 'Hours of service' },
  claims: { zh: '认领办结', en: 'Claims served' },
  satisfaction: { zh: '服务对象满意度', en: 'Satisfaction of those served' },
  community: { zh: '社区评议', en: 'Community’s opinion' },
  bonus: { zh: '加分', en: 'Bonus' },
};

const hours = (minutes: number): string => String(Math.round(minutes / 6) / 10);

/** How a figure came about, in a sentence a member can check. */
export function describeFeedbackFigure({ item, counted, points }: FeedbackFigure, language: Language): string {
  const zh = language === 'zh';
  const c = (key: string): number => counted[key] ?? 0;
  if (item === 'attendance') {
    const roll = c('onRoll') === 1 ? (zh ? '在册' : 'on the roll') : zh ? '不在册' : 'not on the roll';
    return zh
      ? `${roll}；参加服务${c('times')}次，目标${c('targetTimes')}次`
      : `${roll}; took part ${c('times')} times, target ${c('targetTimes')}`;
  }
  if (item === 'hours') {
    const parts = zh
      ? `签到${hours(c('checkedInMinutes'))}小时，补录${hours(c('supplementedMinutes'))}小时`
      : `checked in ${hours(c('checkedInMinutes'))} h, entered afterwards ${hours(c('supplementedMinutes'))} h`;
    const reversed =
      c('reversedMinutes') === 0
        ? ''
        : zh
          ? `，冲销${hours(-c('reversedMinutes'))}小时`
          : `, reversed ${hours(-c('reversedMinutes'))} h`;
    return zh
      ? `经认定${hours(c('minutes'))}小时（${parts}${reversed}），目标${hours(c('targetMinutes'))}小时`
      : `${hours(c('minutes'))} h verified (${parts}${reversed}), target ${hours(c('targetMinutes'))} h`;
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
