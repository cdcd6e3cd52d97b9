import { refuse } from '../../errors';

/** What may name a column of the answer: no quotes, no templates that the host would fill in later. */
const NAME = /^[^"'`\\{}\p{Cc}]*$/u;
/** PostgreSQL cuts longer names: two columns become one, or the answer has another name than was asked for. */
const MAX_BYTES = 63;
const SHOWN = 40;

/**
 * What a column of a chart's answer will be called, checked: names that every JavaScript object has (`constructor`) and
 * `*` break the host's query, a name said twice loses the first of the two.
 * @param taken the names so far; the new one is added
 * @throws Refusal 400 naming it
 */
export function requireColumnName(alias: unknown, path: readonly string[], taken: Set<string>): string {
  if (alias !== undefined && alias !== null && !(typeof alias === 'string' && NAME.test(alias)))
    throw refuse(400, 'CHART_INVALID', { name: 'alias' });
  const name = alias || path.join('.');
  const shown = { name: name.slice(0, SHOWN) };
  if (name === '*' || name in Object.prototype) throw refuse(400, 'CHART_NAME_INVALID', shown);
  if (Buffer.byteLength(name) > MAX_BYTES) throw refuse(400, 'CHART_NAME_LONG', { ...shown, max: MAX_BYTES });
  if (taken.has(name)) throw refuse(400, 'CHART_NAME_TWICE', shown);
  taken.add(name);
  return name;
}
