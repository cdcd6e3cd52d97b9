/** @returns the ISO day it is in Longkou now, whatever the server's time zone */
export function cityToday(now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);
}
