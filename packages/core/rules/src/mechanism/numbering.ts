import { checkNumberPattern, numberPieces, numberTokens, type NumberToken } from './number-pattern';
import { reasonsOf } from './reason';

/** What a number is made of. `areaCode` and `prefix` are needed only by patterns that show them. */
export interface NumberParts {
  year: number;
  sequence: number;
  areaCode?: string | null;
  prefix?: string | null;
}

/**
 * The number of a record. An area code longer than its width is cut, a shorter one padded with zeros as in the
 * national table; a sequence is padded, and outgrows its width rather than lose a digit.
 * @param pattern such as `BD-{year}-{areaCode:9}-{sequence:5}`
 * @throws RangeError when the pattern is not valid or a part it shows is missing
 */
export function formatNumber(pattern: string, parts: NumberParts): string {
  const defects = reasonsOf(checkNumberPattern(pattern));
  if (defects.length > 0) {
    throw new RangeError(`Number pattern "${pattern}" is not valid: ${defects.map(({ code }) => code).join(', ')}`);
  }
  return numberPieces(pattern)
    .map((piece) => ('text' in piece ? piece.text : partText(piece.token, piece.width, parts)))
    .join('');
}

/**
 * The key of the counter a sequence comes from.
 * @param name name of the number series
 * @param pattern give it, and the key holds just what the pattern shows: a pattern with `{areaCode:9}` counts per
 *   street, so that two communities of a street never get the same number
 */
export function counterKey(
  name: string,
  parts: { year?: number | null; areaCode?: string | null },
  pattern?: string,
): string {
  const tokens = pattern === undefined ? null : numberTokens(pattern);
  const year = tokens === null || tokens.has('year') ? parts.year : null;
  const width = tokens?.get('areaCode') ?? null;
  const code = tokens === null || tokens.has('areaCode') ? parts.areaCode : null;
  const areaCode = code && width !== null ? areaText(code, width) : code;
  return [name, year, areaCode].filter((part) => part !== null && part !== undefined && part !== '').join(':');
}

function partText(token: NumberToken, width: number | null, parts: NumberParts): string {
  const value = parts[token];
  const isWhole = token !== 'year' && token !== 'sequence' ? true : Number.isSafeInteger(value) && Number(value) >= 1;
  if (value === null || value === undefined || value === '' || !isWhole) {
    throw new RangeError(`The number needs a usable ${token}, not ${String(value)}.`);
  }
  if (token === 'areaCode') {
    return areaText(String(value), width);
  }
  return token === 'prefix' ? String(value) : String(value).padStart(token === 'year' ? 4 : (width ?? 1), '0');
}

function areaText(code: string, width: number | null): string {
  return width === null ? code : code.slice(0, width).padEnd(width, '0');
}
