/** antd's smallest breakpoint: below it a dialog opens from the bottom, in full width. */
const PHONE = '(max-width: 575px)';

export function isPhone(context?: { isMobileLayout?: boolean }): boolean {
  return context?.isMobileLayout === true || window.matchMedia(PHONE).matches;
}
