/** How a moment is written. With `Intl` itself: a hardened host replaces `toLocaleString` by one that knows no locale. */
export const MOMENT: Intl.DateTimeFormatOptions = {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
  hour12: false,
};
