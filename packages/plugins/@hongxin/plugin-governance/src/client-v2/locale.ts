import { translatorOf } from '@hongxin/plugin-foundation/client-v2';
import { tExpr as hostExpression } from '@nocobase/flow-engine';
import { NAMESPACE } from './constants';

export type Language = 'zh' | 'en';
export type Translate = (text: string, options?: Record<string, unknown>) => string;

/** Translates keys of this plugin's locale files. */
export const translator = translatorOf(NAMESPACE);

/** For titles and labels of models, which the host translates when it shows them. */
export function tExpr(text: string): string {
  return hostExpression(text, { ns: [NAMESPACE, 'client'] });
}

/** The pack speaks Chinese and English, and Chinese to everybody else. */
export function languageOf(context: { i18n?: { language?: string } }): Language {
  return context.i18n?.language?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}
