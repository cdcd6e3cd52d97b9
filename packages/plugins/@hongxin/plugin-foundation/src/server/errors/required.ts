import type { Field } from '@nocobase/database';
import { isBlank } from '@hongxin/rules/mechanism';

interface Options {
  allowNull?: boolean;
  validation?: { rules?: readonly { name: string }[] };
}

/**
 * A text that has to be there and of which nothing is seen (blanks, zero-width characters) is not there. What is null or
 * missing is told by the field's rule or the column.
 */
export function requiredReason(field: Field | undefined, value: unknown): { code: string } | undefined {
  if (typeof value !== 'string' || !isBlank(value)) return undefined;
  const { allowNull, validation } = (field?.options ?? {}) as Options;
  const isRequired = validation?.rules?.some(({ name }) => name === 'required') ?? false;
  // a column may keep an empty text for "none"; blanks are never meant
  return isRequired || (allowNull === false && value !== '') ? { code: 'FIELD_REQUIRED' } : undefined;
}
