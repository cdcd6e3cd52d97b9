const CHINA = 8 * 3_600_000;
const DAILY = /^(\d+) (\d+) (\d+) \* \* \*$/;

/** Whether a job comes once a day and its time, in China's, has passed today. */
export function hasPassedToday(at: string, now: Date): boolean {
  const [, second, minute, hour] = DAILY.exec(at) ?? [];
  if (hour === undefined) return false;
  const sinceMidnight = (now.getTime() + CHINA) % 86_400_000;
  return sinceMidnight >= ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}
