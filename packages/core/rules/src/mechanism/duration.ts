import type { Language } from './localized-text';

/**
 * Minutes as people read them, to the minute: a part that is rounded by itself does not add up to its total. This is
 * the pack's only way to show a length of service next to others.
 */
export function durationText(minutes: number, language: Language): string {
  const sign = minutes < 0 ? '-' : '';
  const whole = Math.abs(Math.round(minutes));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  const zh = language === 'zh';
  const parts = [
    ...(hours > 0 || rest === 0 ? [zh ? `${hours}小时` : `${hours} h`] : []),
    ...(rest > 0 ? [zh ? `${rest}分钟` : `${rest} min`] : []),
  ];
  return `${sign}${parts.join(zh ? '' : ' ')}`;
}
