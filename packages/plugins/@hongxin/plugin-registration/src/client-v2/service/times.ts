import { momentText, type Translate } from '@hongxin/plugin-foundation/client-v2';

/** From when to when, the day once when it is the same. */
export function periodText(startsAt: string | null, endsAt: string | null, t: Translate): string {
  if (!startsAt && !endsAt) return t('时间待定');
  const [from, to] = [startsAt, endsAt].map((moment) => (moment ? momentText(moment) : null));
  if (!from || !to) return (from ?? to) as string;
  return from.slice(0, 10) === to.slice(0, 10) ? `${from}–${to.slice(11)}` : `${from} – ${to}`;
}

/** Hours as people say them: 90 minutes are 1.5. */
export const hoursText = (minutes: number): string => String(Math.round(minutes / 6) / 10);
