import { AREA_CODE_LENGTHS, parentAreaCode, parseAreaCode } from './area-code';

/** A half-open range of code strings: `code >= from && code < to`, compared character by character. */
export interface AreaRange {
  from: string;
  to: string;
}

/**
 * The range that holds a code and everything below it, for a plain index on every database.
 *
 * `to` is the next sibling's code (370681001 → 370681002). After the last sibling it is the parent's next sibling
 * (370681999 → 370682, not 370682000: the city 370682 would sort before that and slip into the range).
 * @throws RangeError when the code is not valid
 */
export function subtreeRange(code: string): AreaRange {
  if (!parseAreaCode(code).ok) {
    throw new RangeError(`"${code}" is not an area code, so it has no subtree.`);
  }
  return { from: code, to: codeAfter(code) };
}

/** Drops ranges contained in others and joins those that overlap or touch; the result is sorted. */
export function mergeRanges(ranges: Iterable<AreaRange>): AreaRange[] {
  const sorted = [...ranges]
    .filter((range) => range.from < range.to)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const merged: AreaRange[] = [];
  for (const range of sorted) {
    const last = merged[merged.length - 1];
    if (last && range.from <= last.to) {
      last.to = range.to > last.to ? range.to : last.to;
    } else {
      merged.push({ ...range });
    }
  }
  return merged;
}

/** Whether a code lies in one of the ranges. */
export function isInRanges(code: string, ranges: Iterable<AreaRange>): boolean {
  for (const range of ranges) {
    if (code >= range.from && code < range.to) {
      return true;
    }
  }
  return false;
}

function codeAfter(code: string): string {
  const parent = parentAreaCode(code);
  if (parent === null) {
    return String(Number(code) + 1).padStart(AREA_CODE_LENGTHS.city, '0');
  }
  const part = code.slice(parent.length);
  return /^9+$/.test(part) ? codeAfter(parent) : parent + String(Number(part) + 1).padStart(part.length, '0');
}
