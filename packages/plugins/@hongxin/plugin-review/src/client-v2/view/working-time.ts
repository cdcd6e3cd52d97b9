import { type Translate } from '@hongxin/plugin-foundation/client-v2';

const MINUTES_PER_HOUR = 60;

/** Working minutes in words: minutes below an hour, else hours with one decimal. */
export function workingTimeText(minutes: number, t: Translate): string {
  if (minutes < MINUTES_PER_HOUR) return t('{{count}} 分钟', { count: Math.round(minutes) });
  return t('{{count}} 小时', { count: Math.round((minutes / MINUTES_PER_HOUR) * 10) / 10 });
}
