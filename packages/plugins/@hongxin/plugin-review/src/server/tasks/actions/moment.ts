// eslint-disable-next-line no-restricted-syntax -- names its zone; a hardened host replaces `toLocaleString` by one that knows no locale
const format = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
  hour12: false,
});

/** A moment as people in China write it, with its seconds. */
export const writtenMoment = (moment: Date): string => format.format(moment);
