import type { LocalizedText } from './localized-text';
import type { Reason } from './reason';
import { reason } from './reasons';

/** The six levels of the fixed area tree [seed: city, street, community, estate, building, unit]. */
export type AreaLevel = 'city' | 'street' | 'community' | 'estate' | 'building' | 'unit';

/** Levels from top to bottom. */
export const AREA_LEVELS: readonly AreaLevel[] = ['city', 'street', 'community', 'estate', 'building', 'unit'];

/** Titles of the levels. */
export const AREA_LEVEL_LABELS: Readonly<Record<AreaLevel, LocalizedText>> = {
  city: { zh: '市', en: 'city' },
  street: { zh: '街道', en: 'street' },
  community: { zh: '社区', en: 'community' },
  estate: { zh: '小区', en: 'estate' },
  building: { zh: '楼栋', en: 'building' },
  unit: { zh: '单元', en: 'unit' },
};

/** Digits of a whole code at each level; the city's six are the national statistical division code (GB/T 2260). */
export const AREA_CODE_LENGTHS: Readonly<Record<AreaLevel, number>> = {
  city: 6,
  street: 9,
  community: 12,
  estate: 15,
  building: 18,
  unit: 20,
};

/** What a valid code says. `ancestors` are top first, without the code itself. */
export interface ParsedAreaCode {
  ok: true;
  level: AreaLevel;
  code: string;
  parent: string | null;
  ancestors: string[];
}

type Refusal = { ok: false; reasons: Reason[] };

/**
 * Reads an area code.
 * @returns its level and ancestors, or every defect: non-digits, length, unknown region, an all-zero part
 */
export function parseAreaCode(code: string): ParsedAreaCode | Refusal {
  const level = AREA_LEVELS.find((candidate) => AREA_CODE_LENGTHS[candidate] === code.length);
  const isDigits = /^[0-9]+$/.test(code);
  const reasons: Reason[] = [];
  if (!isDigits) {
    reasons.push(reason('AREA_CODE_NOT_DIGITS', { code }));
  }
  if (!level) {
    const expected = Object.values(AREA_CODE_LENGTHS).join(', ');
    reasons.push(reason('AREA_CODE_LENGTH', { code, length: code.length, expected }));
  }
  if (isDigits && !/^[1-8]/.test(code)) {
    reasons.push(reason('AREA_CODE_REGION', { code }));
  }
  if (isDigits && level) {
    reasons.push(...zeroParts(code, level));
  }
  if (!level || reasons.length > 0) {
    return { ok: false, reasons };
  }
  const ancestors = prefixes(code).slice(0, -1);
  return { ok: true, level, code, parent: ancestors[ancestors.length - 1] ?? null, ancestors };
}

/** The level of a code, or null when the code is not valid. */
export function areaLevelOf(code: string): AreaLevel | null {
  const parsed = parseAreaCode(code);
  return parsed.ok ? parsed.level : null;
}

/** The parent's code; null for a city and for a code that is not valid. */
export function parentAreaCode(code: string): string | null {
  const parsed = parseAreaCode(code);
  return parsed.ok ? parsed.parent : null;
}

/** Codes above a code, top first, without itself; empty for a code that is not valid. */
export function ancestorAreaCodes(code: string): string[] {
  const parsed = parseAreaCode(code);
  return parsed.ok ? parsed.ancestors : [];
}

/** The level below, or null below a unit. */
export function childLevel(level: AreaLevel): AreaLevel | null {
  return AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] ?? null;
}

/**
 * Whether `code` is `ancestor` itself or lies below it. A code that is not valid lies nowhere, so an empty or
 * truncated scope never opens everything.
 */
export function isWithinArea(code: string, ancestor: string): boolean {
  return areaLevelOf(code) !== null && areaLevelOf(ancestor) !== null && code.startsWith(ancestor);
}

function prefixes(code: string): string[] {
  return AREA_LEVELS.map((level) => AREA_CODE_LENGTHS[level])
    .filter((length) => length <= code.length)
    .map((length) => code.slice(0, length));
}

function zeroParts(code: string, level: AreaLevel): Reason[] {
  return AREA_LEVELS.slice(1, AREA_LEVELS.indexOf(level) + 1)
    .filter((part) => {
      const above = AREA_LEVELS[AREA_LEVELS.indexOf(part) - 1];
      return /^0+$/.test(code.slice(AREA_CODE_LENGTHS[above], AREA_CODE_LENGTHS[part]));
    })
    .map((part) => reason('AREA_CODE_SEGMENT_ZERO', { code, areaLevel: part }));
}
