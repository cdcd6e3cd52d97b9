import { clock } from '@hongxin/plugin-foundation';
/** @returns the ISO day it is in Longkou now, whatever the server's time zone */
export function cityToday(now = clock.now()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);
}
