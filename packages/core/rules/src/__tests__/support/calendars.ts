import { makeCalendar, type WorkingCalendar } from '../../mechanism';

/** New Year and Spring Festival 2026 with two make-up days; 2025 and 2026 are announced, 2027 is not. */
export const calendar2026: WorkingCalendar = makeCalendar(
  new Map([
    ['2026-01-01', false],
    ['2026-01-02', false],
    ['2026-01-04', true],
    ['2026-02-14', true],
    ...[16, 17, 18, 19, 20, 23].map((day) => [`2026-02-${day}`, false] as [string, boolean]),
    ['2026-02-28', true],
  ]),
  new Set([2025, 2026]),
);

/** A moment written in Beijing time. */
export function beijing(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}+08:00`);
}
