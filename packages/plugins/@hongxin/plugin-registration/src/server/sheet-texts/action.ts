import { action } from '@hongxin/plugin-foundation';
import type { Language } from '@hongxin/rules/mechanism';
import type { SheetName, SheetPart } from '@hongxin/rules/registration';
import type { OwnAction, Services } from '@hongxin/plugin-foundation';
import { SHEET_TEXTS_SETTINGS, SHEETS } from './settings';

/** The texts of a sheet in one language. */
export type SheetWords = Partial<Record<SheetPart, string>>;

/** The city's texts of a sheet in a language. */
export async function sheetWords(services: Services, sheet: SheetName, language: Language): Promise<SheetWords> {
  const texts = await services.setting(SHEET_TEXTS_SETTINGS[sheet]);
  return Object.fromEntries(Object.entries(texts).map(([part, text]) => [part, text[language]]));
}

/** `hxReceipts:texts`: what receipts and feedbacks say in the reader's language, for whoever has signed in. */
export const sheetTextsAction = (services: Services): OwnAction =>
  action({ right: 'loggedIn' }, async ({ language }) => {
    const entries = SHEETS.map(async (sheet) => [sheet, await sheetWords(services, sheet, language)] as const);
    return Object.fromEntries(await Promise.all(entries));
  });
