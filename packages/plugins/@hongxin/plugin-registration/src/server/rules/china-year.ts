const year = new Intl.DateTimeFormat('en-CA', { year: 'numeric', timeZone: 'Asia/Shanghai' });
const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Shanghai' });

/** The year by the Chinese calendar day, wherever the server stands. */
export const yearInChina = (now: Date): number => Number(year.format(now));

/** The Chinese day as YYYY-MM-DD. */
export const dayInChina = (now: Date): string => day.format(now);
