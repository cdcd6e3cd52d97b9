import { clock } from '@hongxin/plugin-foundation';
import { chinaDay } from '@hongxin/rules/mechanism';

/** Today in China, whatever zone the server runs in: terms of office are counted in days. */
export const today = (now: Date = clock.now()): string => chinaDay(now);

/** The year of an ISO day. */
export const yearOf = (day: string): number => Number(day.slice(0, 4));
