import { selectRows } from '@hongxin/plugin-foundation';
import { DICTIONARIES } from '../shipped';
import type Database from '@nocobase/database';

/**
 * English titles that administrators gave to items, for choices that are kept in Chinese. Those of the shipped items are
 * in the locale files, where one Chinese word may have to be another English one elsewhere.
 */
export async function englishTitles(db: Database, language: string): Promise<Record<string, string>> {
  if (!language.startsWith('en')) return {};
  const rows = await selectRows<{ dictionary: string; code: string; title: string; titleEn: string }>(
    { db },
    `SELECT dictionary, code, title, "titleEn" AS "titleEn" FROM {hxDictionaryItems}
     WHERE "titleEn" IS NOT NULL AND "titleEn" <> ''`,
  );
  const own = rows.filter(({ dictionary, code, title, titleEn }) => {
    const shipped = (DICTIONARIES[dictionary] ?? []).find((item) => item.code === code);
    return shipped?.zh !== title || shipped.en !== titleEn;
  });
  return Object.fromEntries(own.map(({ title, titleEn }) => [title, titleEn]));
}
