import type { Language, Requests } from '@hongxin/plugin-foundation/client-v2';
import { DEFAULT_SHEET_TEXTS, type SheetName, type SheetPart } from '@hongxin/rules/registration';

/** The texts of one sheet in the reader's language. */
export type SheetWords = Partial<Record<SheetPart, string>>;
export type AllSheetWords = Partial<Record<SheetName, SheetWords>>;

/** What the city has its sheets say. */
export const fetchSheetTexts = ({ request }: Requests) => request<AllSheetWords>('hxReceipts:texts');

/** The texts of a sheet; the shipped ones where the city has none. */
export function wordsOf(sheet: SheetName, all: AllSheetWords | undefined, language: Language): SheetWords {
  const shipped = Object.entries(DEFAULT_SHEET_TEXTS[sheet]).map(([part, text]) => [part, text[language]]);
  return { ...(Object.fromEntries(shipped) as SheetWords), ...all?.[sheet] };
}
