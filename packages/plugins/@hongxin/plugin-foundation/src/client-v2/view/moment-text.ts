import dayjs from 'dayjs';

/** A moment of the server in the user's own time, to the minute. */
export function momentText(moment: string): string {
  return dayjs(moment).format('YYYY-MM-DD HH:mm');
}
