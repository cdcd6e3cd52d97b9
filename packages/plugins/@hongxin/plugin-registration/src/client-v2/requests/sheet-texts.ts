import type { Language } from '@hongxin/plugin-foundation/client-v2';
import { DEFAULT_SHEET_TEXTS, type SheetName, type SheetPart } from '@hongxin/rules/registration';
import { type APIClientLike } from '@nocobase/flow-engine';

/** The texts of one sheet in the reader's language. */
export type SheetWords = Partial<Record<SheetPart, string>>;
export type AllSheetWords = Partial<Record<SheetName, SheetWords>>;

/** What the city has its sheets say. */
export async function fetchSheetTexts(api: APIClientLike): Promise<AllSheetWords> {
  return (await api.request<{ data: AllSheetWords }>({ url: 'hxReceipts:texts', skipNotify: true })).data.data;
}

/** The texts of a sheet; the shipped ones where the city has none. */
export function wordsOf(sheet: SheetName, all: AllSheetWords | undefined, language: Language): SheetWords {
  const shipped = Object.entries(DEFAULT_SHEET_TEXTS[sheet]).map(([part, text]) => [part, text[language]]);
  return { ...(Object.fromEntries(shipped) as SheetWords), ...all?.[sheet] };
}
