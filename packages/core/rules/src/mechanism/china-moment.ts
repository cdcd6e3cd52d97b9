const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** A moment as people in China read it, to the minute: `2026-11-24 09:30`. */
export function chinaMoment(moment: Date): string {
  return new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** The day in China on which a moment falls, as an ISO day. */
export function chinaDay(moment: Date): string {
  return chinaMoment(moment).slice(0, 10);
}

/** The year in China in which a moment falls. */
export function chinaYear(moment: Date): number {
  return Number(chinaMoment(moment).slice(0, 4));
}

/** The moment at which an ISO day begins in China. */
export function startOfChinaDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The same day and hour in China so many months earlier; the month's last day where that month is shorter. */
export function monthsBefore(moment: Date, months: number): Date {
  const local = new Date(moment.getTime() + OFFSET_MS);
  const first = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - months, 1);
  const length = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - months + 1, 0)).getUTCDate();
  const day = Math.min(local.getUTCDate(), length) - 1;
  const timeOfDay = ((local.getTime() % DAY_MS) + DAY_MS) % DAY_MS;
  return new Date(first + day * DAY_MS + timeOfDay - OFFSET_MS);
}
