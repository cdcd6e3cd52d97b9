import { isMaskOf } from '@hongxin/rules/mechanism';
import type { Reason } from '@hongxin/rules/mechanism';
import type { CollectionAccess } from '../../domain';

type Values = Record<string, unknown>;

const LOOKS_MASKED = /\*{2,}/;

/** Personal fields of the values that look as if they were masked. */
export function maskedFields(access: CollectionAccess | undefined, values: Values): string[] {
  return Object.keys(access?.personalFields ?? {}).filter(
    (name) => typeof values[name] === 'string' && LOOKS_MASKED.test(values[name]),
  );
}

export const maskedReason = (field: string): Reason => ({ code: 'MASKED_VALUE', params: { field }, field });

/**
 * Takes out of the values what a form only shows and sends back unchanged: the mask of the stored value.
 * @param open fields the caller sees, null: all; the mask of another one is not compared with what is stored
 * @returns reasons for masked-looking values that are not the mask of what is stored
 */
export function dropUnchangedMasks(
  access: CollectionAccess,
  values: Values,
  stored: Values | null,
  open: ReadonlySet<string> | null,
): Reason[] {
  return maskedFields(access, values).flatMap((field) => {
    const kind = access.personalFields?.[field];
    const current = stored?.[field];
    if (
      !kind ||
      !stored ||
      (open !== null && !open.has(field)) ||
      !isMaskOf(kind, values[field] as string, current === null || current === undefined ? null : String(current))
    ) {
      return [maskedReason(field)];
    }
    delete values[field];
    return [];
  });
}
