/** The pack speaks Chinese and English. */
export type Language = 'zh' | 'en';
export type Translate = (text: string, options?: Record<string, unknown>) => string;

/** A label as servers send it: already in the user's language, or in both. */
export type Label = string | { zh: string; en: string };

/** The user's language; Chinese for everybody who does not read English. */
export function languageOf(context: { i18n?: { language?: string } }): Language {
  return context.i18n?.language?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

export function labelText(label: Label, language: Language): string {
  return typeof label === 'string' ? label : label[language];
}
