import { clock } from '@hongxin/plugin-foundation';
/**
 * Today as an ISO day in the time zone the server runs in (terms of office are counted in days). Not by
 * `toLocaleDateString`: a hardened host replaces it by one that knows no locale.
 */
export function today(now: Date = clock.now()): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The year of an ISO day. */
export const yearOf = (day: string): number => Number(day.slice(0, 4));
