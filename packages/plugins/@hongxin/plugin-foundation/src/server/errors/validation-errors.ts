import type { Reason } from '@hongxin/rules/mechanism';
import { Refusal } from './refusal';

/** One complaint of a field's own rules, as joi gives it. */
interface Detail {
  type: string;
  context: { label?: string; key?: string; limit?: unknown; value?: unknown };
}

interface Complaint {
  code: string;
  params?: Readonly<Record<string, string | number>>;
}

const limitOf = ({ context }: Detail): number => Number(context.limit);

/** What the complaints of joi mean, by their type; all others are VALUE_INVALID. */
const COMPLAINTS: Readonly<Record<string, (detail: Detail) => Complaint>> = {
  'any.required': () => ({ code: 'FIELD_REQUIRED' }),
  'string.empty': () => ({ code: 'FIELD_REQUIRED' }),
  'string.base': () => ({ code: 'VALUE_NOT_TEXT' }),
  'string.max': (detail) => ({
    code: 'VALUE_TOO_LONG',
    params: { length: Array.from(String(detail.context.value)).length, max: limitOf(detail) },
  }),
  'string.min': (detail) => ({ code: 'VALUE_TOO_SHORT', params: { min: limitOf(detail) } }),
  'string.pattern.base': () => ({ code: 'VALUE_FORMAT' }),
  'number.base': () => ({ code: 'VALUE_NOT_A_NUMBER' }),
  'number.integer': () => ({ code: 'VALUE_NOT_INTEGER' }),
  'number.min': (detail) => ({ code: 'VALUE_AT_LEAST', params: { min: limitOf(detail) } }),
  'number.max': (detail) => ({ code: 'VALUE_AT_MOST', params: { max: limitOf(detail) } }),
};

/**
 * Reads what a field's rules complain about as a refusal. NocoBase's own answer names no code and no field, and fails
 * with 500 once the host has been hardened for its scripts, which the first page with a variable does.
 */
export function refusalFromValidation(error: unknown): Refusal | undefined {
  const details: unknown = (error as { details?: unknown } | null)?.details;
  if (!Array.isArray(details) || details.length === 0 || !details.every(isDetail)) return undefined;
  return new Refusal(400, details.map(reasonOf));
}

function isDetail(value: unknown): value is Detail {
  const { type, context } = (value ?? {}) as Partial<Detail>;
  return typeof type === 'string' && type.includes('.') && typeof context === 'object' && context !== null;
}

function reasonOf(detail: Detail): Reason {
  const { code, params } = COMPLAINTS[detail.type]?.(detail) ?? { code: 'VALUE_INVALID' };
  // NocoBase labels a value "<collection>.<field>"
  const field = detail.context.label?.split('.').pop() ?? detail.context.key ?? '';
  return { code, params: { ...params, field }, field };
}
