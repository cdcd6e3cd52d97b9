import type { Field } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';

/** A rule of a field as NocoBase keeps it. */
interface Rule {
  name: string;
  args?: Readonly<Record<string, unknown>>;
}
interface Validation {
  type?: string;
  rules?: readonly Rule[];
}
type Complaint = { code: string; params?: Reason['params'] };
type Check = (value: unknown, args: Readonly<Record<string, unknown>>) => Complaint | undefined;

const limitOf = (args: Readonly<Record<string, unknown>>): number => Number(args.limit);
const lengthOf = (value: unknown): number => Array.from(String(value)).length;

const NUMBERS: Readonly<Record<string, Check>> = {
  integer: (value) => (Number.isInteger(Number(value)) ? undefined : { code: 'VALUE_NOT_INTEGER' }),
  min: (value, args) =>
    Number(value) < limitOf(args) ? { code: 'VALUE_AT_LEAST', params: { min: limitOf(args) } } : undefined,
  max: (value, args) =>
    Number(value) > limitOf(args) ? { code: 'VALUE_AT_MOST', params: { max: limitOf(args) } } : undefined,
};

const TEXTS: Readonly<Record<string, Check>> = {
  min: (value, args) =>
    lengthOf(value) < limitOf(args) ? { code: 'VALUE_TOO_SHORT', params: { min: limitOf(args) } } : undefined,
  max: (value, args) =>
    lengthOf(value) > limitOf(args)
      ? { code: 'VALUE_TOO_LONG', params: { length: lengthOf(value), max: limitOf(args) } }
      : undefined,
  pattern: (value, args) =>
    expressionOf(args.regex)?.test(String(value)) === false ? { code: 'VALUE_FORMAT' } : undefined,
};

const CHECKS: Readonly<Record<string, Readonly<Record<string, Check>>>> = { number: NUMBERS, string: TEXTS };

/** NocoBase keeps a pattern as its source, with or without slashes and flags. */
function expressionOf(regex: unknown): RegExp | undefined {
  if (regex instanceof RegExp) return regex;
  if (typeof regex !== 'string' || regex === '') return undefined;
  const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(regex) ?? [null, regex, ''];
  return new RegExp(source, flags.replace('g', ''));
}

/**
 * The bounds, lengths and patterns of a field, which NocoBase asks only where a form is saved: they hold for the values of a
 * transition, of an import and of whatever else writes a row, too.
 * @returns what the first broken rule says, nothing for a blank value
 */
export function boundReason(field: Field | undefined, value: unknown): Complaint | undefined {
  const { type, rules } = (field?.options?.validation ?? {}) as Validation;
  if (!type || !rules || value === null || value === undefined || value === '' || typeof value === 'object')
    return undefined;
  for (const { name, args } of rules) {
    const complaint = CHECKS[type]?.[name]?.(value, args ?? {});
    if (complaint) return complaint;
  }
  return undefined;
}
