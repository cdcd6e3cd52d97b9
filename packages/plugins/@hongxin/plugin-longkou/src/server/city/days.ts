const DAY = 24 * 60 * 60 * 1000;

/** @param day ISO day @returns the ISO day `count` days later (earlier when negative) */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** @returns the ISO day `count` years later; 29 February becomes 28 February where there is none */
export function addYears(day: string, count: number): string {
  const year = Number(day.slice(0, 4)) + count;
  const moved = `${String(year).padStart(4, '0')}${day.slice(4)}`;
  return Number.isNaN(Date.parse(`${moved}T00:00:00Z`)) ||
    !new Date(`${moved}T00:00:00Z`).toISOString().startsWith(moved)
    ? `${String(year).padStart(4, '0')}-02-28`
    : moved;
}

/** A moment in office hours of a day in Longkou (UTC+8). @param minutes after 08:30 */
export function officeTime(day: string, minutes: number): string {
  const total = 8 * 60 + 30 + minutes;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${day}T${pad(Math.floor(total / 60))}:${pad(total % 60)}:00+08:00`;
}
