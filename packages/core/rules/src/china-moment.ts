const OFFSET_MS = 8 * 3_600_000;

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
