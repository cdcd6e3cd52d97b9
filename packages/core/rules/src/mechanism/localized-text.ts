/** The two languages of the pack; Chinese is the first. */
export type Language = 'zh' | 'en';

/** A text in both languages. */
export interface LocalizedText {
  zh: string;
  en: string;
}
