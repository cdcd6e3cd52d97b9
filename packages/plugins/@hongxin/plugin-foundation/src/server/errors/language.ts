import type { Context } from '@nocobase/actions';
import type { Language } from '@hongxin/rules/mechanism';

/** The caller's language as NocoBase decides it; Chinese unless the caller reads another one. */
export function languageOf(ctx: Context): Language {
  const locale: string =
    typeof ctx.getCurrentLocale === 'function' ? ctx.getCurrentLocale() : ctx.get('X-Locale') || 'zh-CN';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
