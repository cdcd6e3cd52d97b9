import type { Reading } from './stored';

/** Signs, blanks and what nobody sees: two texts that differ in them may look the same. In the form PostgreSQL reads. */
const SIGNS = [
  '\\u0001-\\u002F\\u003A-\\u0040\\u005B-\\u0060\\u007B-\\u00BF\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F',
  '\\u2000-\\u206F\\u2212\\u2219\\u22C5\\u25CF\\u2E00-\\u2E7F\\u3000-\\u303F\\u30FB\\u30FC\\u3164\\uFE00-\\uFE6F\\uFEFF',
  '\\uFFA0\\uFFF9-\\uFFFB\\U000E0100-\\U000E01EF',
].join('');
const SIGNS_HERE = new RegExp(`[${SIGNS.replace(/\\U000(\w{5})/g, '\\u{$1}')}]`, 'gu');
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * How a text looks, roughly: what differs here looks different. The database reckons the same below; who asks has to
 * compare by what people see, afterwards.
 */
const roughly = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(SIGNS_HERE, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * The spellings in which texts that may look like the wanted ones are stored, whoever may see their records; null where
 * the column holds no texts.
 */
export async function storedSpellings(
  { collection, transaction }: Reading,
  name: string,
  wanted: readonly string[],
): Promise<string[] | null> {
  const attribute = collection.model.rawAttributes[name] as { field?: string; type: { key?: string } } | undefined;
  if (!attribute || !/^(STRING|TEXT)$/.test(attribute.type.key ?? '')) return null;
  if (wanted.length === 0) return [];
  const { sequelize } = collection.db;
  const column = sequelize.getQueryInterface().quoteIdentifier(attribute.field ?? name);
  const [rows] = await sequelize.query(
    `SELECT DISTINCT ${column} AS text FROM ${collection.quotedTableName()}
     WHERE translate(regexp_replace(normalize(${column}, NFKC), :signs, '', 'g'), :capitals, :small) IN (:looks)`,
    {
      replacements: {
        signs: `[${SIGNS}]`,
        capitals: CAPITALS,
        small: CAPITALS.toLowerCase(),
        looks: [...new Set(wanted.map(roughly))],
      },
      transaction,
    },
  );
  return (rows as { text: string }[]).map(({ text }) => text);
}
