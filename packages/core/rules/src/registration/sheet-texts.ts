import type { Language, LocalizedText } from '../mechanism/localized-text';

/** What is printed and handed over: receipts of registrations, and the yearly feedback. */
export type SheetName = 'memberReceipt' | 'unitReceipt' | 'memberFeedback' | 'unitFeedback';

/** The texts of a sheet that a city may word in its own way. `{{name}}` and the like stand for what the record says. */
export interface SheetTexts {
  title: LocalizedText;
  /** What the sheet says in a sentence; a feedback has a table in its place. */
  text?: LocalizedText;
  /** Who signs, above the day. */
  sign: LocalizedText;
  /** The closing remark at the foot. */
  note: LocalizedText;
}

export type SheetPart = keyof SheetTexts;

export const SHEET_PARTS: readonly SheetPart[] = ['title', 'text', 'sign', 'note'];
export const SHEET_TEXT_MAX = 300;

const SIGN: LocalizedText = { zh: '{{issuer}}', en: '{{issuer}}' };
const RECEIPT_NOTE: LocalizedText = {
  zh: '本回执由系统出具，可扫码或凭回执号向社区核对。',
  en: 'Issued by the system; scan the code, or ask the community by the receipt number.',
};
const FEEDBACK_NOTE: LocalizedText = {
  zh: '只反馈给单位党组织和本人，不公开、不排名。',
  en: 'For the unit’s party organisation and the member only; it is not published and ranks nobody.',
};

export const DEFAULT_SHEET_TEXTS: Readonly<Record<SheetName, SheetTexts>> = {
  memberReceipt: {
    title: { zh: '在职党员到社区报到回执', en: 'Receipt of registration with the community' },
    text: {
      zh: '{{name}}同志已到我社区报到，报到材料经核对已接收，特此回执。',
      en: '{{name}} has registered with our community; the registration was checked and accepted.',
    },
    sign: SIGN,
    note: RECEIPT_NOTE,
  },
  unitReceipt: {
    title: { zh: '单位到社区报到回执', en: 'Receipt of a unit’s registration with a community' },
    text: {
      zh: '{{name}}已到我社区报到，报到材料经核对已接收，特此回执。',
      en: '{{name}} has registered with our community; the registration has been checked and received.',
    },
    sign: SIGN,
    note: RECEIPT_NOTE,
  },
  memberFeedback: {
    title: { zh: '{{year}}年度在职党员双报到反馈单', en: 'Feedback of {{year}} on an in-service member' },
    sign: SIGN,
    note: FEEDBACK_NOTE,
  },
  unitFeedback: {
    title: { zh: '{{year}}年度单位双报到反馈单', en: 'Feedback of {{year}} on a unit' },
    sign: SIGN,
    note: FEEDBACK_NOTE,
  },
};

/** What a text may name, by sheet and part; everything else in braces would be printed as it stands. */
export function sheetPlaceholders(sheet: SheetName, part: SheetPart): readonly string[] {
  if (part === 'sign') return ['issuer'];
  if (part === 'note') return [];
  return sheet === 'memberFeedback' || sheet === 'unitFeedback' ? ['year'] : part === 'text' ? ['name'] : [];
}

export interface SheetTextProblem {
  part: SheetPart;
  language: Language;
  problem: 'blank' | 'long' | 'placeholder';
  placeholder?: string;
}

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** @returns null when it is no set of texts at all */
export function sheetTextProblems(sheet: SheetName, value: unknown): SheetTextProblem[] | null {
  const texts = (value ?? {}) as Partial<Record<SheetPart, Partial<LocalizedText>>>;
  const problems: SheetTextProblem[] = [];
  for (const part of SHEET_PARTS.filter((each) => DEFAULT_SHEET_TEXTS[sheet][each]))
    for (const language of ['zh', 'en'] as const) {
      const text = texts[part]?.[language];
      if (typeof text !== 'string') return null;
      // a sheet without a closing remark is a sheet; one without a heading or a signature is none
      if (text.trim() === '' && part !== 'note') problems.push({ part, language, problem: 'blank' });
      if (text.length > SHEET_TEXT_MAX) problems.push({ part, language, problem: 'long' });
      const known = sheetPlaceholders(sheet, part);
      const strange = [...text.matchAll(PLACEHOLDER)].map(([, name]) => name).find((name) => !known.includes(name));
      if (strange !== undefined) problems.push({ part, language, problem: 'placeholder', placeholder: strange });
    }
  return problems;
}

/** A text with what the record says in the places of its placeholders, taken as it is. */
export function filledText(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
