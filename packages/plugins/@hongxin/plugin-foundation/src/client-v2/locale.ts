import { tExpr as hostExpression, useFlowEngine } from '@nocobase/flow-engine';
import { NAMESPACE } from './constants';

export type Language = 'zh' | 'en';
export type Translate = (text: string, options?: Record<string, unknown>) => string;

/** A label as servers send it: already in the user's language, or in both. */
export type Label = string | { zh: string; en: string };

interface Translator {
  t: Translate;
}

/**
 * Translates keys of a plugin's locale files; the key is the Chinese text. What is filled in stays as it is: React
 * writes text as text, and escaped once more a name with "/" or "&" would read `&#x2F;` or `&amp;`.
 */
export const translatorOf =
  (namespace: string) =>
  (context: Translator): Translate =>
  (text, options) =>
    context.t(text, { ns: [namespace, 'client'], interpolation: { escapeValue: false }, ...options });

/** Translates keys of this plugin's locale files. */
export const translator = translatorOf(NAMESPACE);

export function useT(): Translate {
  return translator(useFlowEngine().context);
}

/** For titles and labels of models, which the host translates when it shows them. */
export function tExpr(text: string): string {
  return hostExpression(text, { ns: [NAMESPACE, 'client'] });
}

/** The user's language; the pack speaks Chinese and English, and Chinese to everybody else. */
export function languageOf(context: { i18n?: { language?: string } }): Language {
  return context.i18n?.language?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

export function labelText(label: Label, language: Language): string {
  return typeof label === 'string' ? label : label[language];
}
