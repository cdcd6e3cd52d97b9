import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import { matchesInitials } from '@hongxin/plugin-governance';

export interface UnitChoice {
  id: number;
  name: string;
  kind: string;
}

const MOST = 20;
/** A credit code is only searched by a part that somebody must have in hand. */
const SHORTEST_CODE = 6;

/**
 * Units by a part of their name, by its initials, or by the beginning of the credit code.
 * @param search as typed
 */
export async function findUnits(search: string, scope: Scope): Promise<UnitChoice[]> {
  const text = search.trim();
  if (text === '') return [];
  const code = text.toUpperCase();
  const found = await selectRows<UnitChoice>(
    scope,
    `SELECT id::bigint::float8 AS id, name, kind FROM {hxUnits}
     WHERE strpos(name, :text) > 0 OR (:isCode AND starts_with("creditCode", :code)) ORDER BY name LIMIT :most`,
    { text, code, isCode: /^[0-9A-Z]+$/.test(code) && code.length >= SHORTEST_CODE, most: MOST },
  );
  if (found.length > 0 || !/^[a-z]+$/i.test(text)) return found;
  const all = await selectRows<UnitChoice>(
    scope,
    'SELECT id::bigint::float8 AS id, name, kind FROM {hxUnits} ORDER BY name',
  );
  return all.filter(({ name }) => matchesInitials(name, text)).slice(0, MOST);
}
