import { AREA_CODE_LENGTHS, childLevel, parseAreaCode } from '../mechanism/area-code';
import type { Reason } from '../mechanism/reason';
import { reason } from './reasons';

/**
 * The lowest free code directly below `parent`, starting at 001 (01 for a unit).
 * @param existingChildCodes codes already taken; those that are not direct children are ignored
 * @returns the code, or why there is none: parent not valid, parent is a unit, all numbers taken
 */
export function nextFreeChildCode(
  parent: string,
  existingChildCodes: Iterable<string>,
): { ok: true; code: string } | { ok: false; reasons: Reason[] } {
  const parsed = parseAreaCode(parent);
  if (!parsed.ok) {
    return { ok: false, reasons: parsed.reasons };
  }
  const level = childLevel(parsed.level);
  if (!level) {
    return { ok: false, reasons: [reason('AREA_CODE_NO_CHILDREN', { code: parent })] };
  }
  const taken = new Set(existingChildCodes);
  const width = AREA_CODE_LENGTHS[level] - parent.length;
  const capacity = 10 ** width - 1;
  for (let ordinal = 1; ordinal <= capacity; ordinal += 1) {
    const code = parent + String(ordinal).padStart(width, '0');
    if (!taken.has(code)) {
      return { ok: true, code };
    }
  }
  return { ok: false, reasons: [reason('AREA_CODE_FULL', { code: parent, capacity })] };
}
