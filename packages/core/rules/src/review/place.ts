import { AREA_CODE_LENGTHS, areaLevelOf, parentAreaCode, type AreaLevel } from '../mechanism/area-code';

/**
 * The place whose posts a review asks: so many levels above the record's area, or the named level it lies in.
 * @param code area code of the record
 * @returns null where there is no such place: nothing above the city, a level below the record's own
 */
export function reviewPlace(
  code: string | null,
  { levelsAbove, level }: { levelsAbove?: number; level?: AreaLevel },
): string | null {
  if (code === null || areaLevelOf(code) === null) return null;
  if (level !== undefined) {
    const length = AREA_CODE_LENGTHS[level];
    return length !== undefined && code.length >= length ? code.slice(0, length) : null;
  }
  let place: string | null = code;
  for (let above = levelsAbove ?? 0; above > 0 && place !== null; above -= 1) place = parentAreaCode(place);
  return place;
}
