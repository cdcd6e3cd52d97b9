import { clock } from '@hongxin/plugin-foundation';
import { chinaDay } from '@hongxin/rules/mechanism';

/** @returns the ISO day it is in Longkou now, whatever the server's time zone */
export function cityToday(now = clock.now()): string {
  return chinaDay(now);
}
