import type { LocalizedText } from './localized-text';

type Texts = Readonly<Record<string, LocalizedText>>;
type All<Table> = (Table extends unknown ? (table: Table) => void : never) extends (all: infer Joined) => void
  ? Joined
  : never;

/**
 * One table of reasons out of several, with the codes of them all.
 * @throws when a code stands in two of them: of two sentences one would silently never be told
 */
export function joinReasons<const Tables extends readonly Texts[]>(...tables: Tables): All<Tables[number]> {
  const joined: Record<string, LocalizedText> = {};
  for (const [code, text] of tables.flatMap((table) => Object.entries(table))) {
    if (Object.hasOwn(joined, code)) throw new Error(`The reason ${code} stands twice; give one of them another code`);
    joined[code] = text;
  }
  return joined as All<Tables[number]>;
}
