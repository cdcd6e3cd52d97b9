import type { LocalizedText } from '@hongxin/rules/mechanism';
import { EXPECTED, expectedIds } from '../../errors/expected';
import { isRecordId } from '../../errors/record-id';
import { notA, right, wrong, type BodyField, type Reading } from './field';

/** Longest key of a record, in characters. */
const KEY_MAX = 200;

const valued = <Value>(
  kind: string,
  title: LocalizedText,
  read: (value: unknown) => Reading<Value>,
  facts: BodyField['facts'] = {},
): BodyField<Value> => ({ kind, title, isOptional: false, isEmptyNothing: false, facts, read });

export function flag(title: LocalizedText): BodyField<boolean> {
  return valued('flag', title, (value) => (typeof value === 'boolean' ? right(value) : notA(EXPECTED.flag)));
}

/** The id of a record, as text: larger ones than JavaScript counts to exist. */
export function id(title: LocalizedText): BodyField<string> {
  const read = (value: unknown): Reading<string> => (isRecordId(value) ? right(String(value)) : notA(EXPECTED.id));
  return { ...valued('id', title, read), isEmptyNothing: true };
}

/** What names a record of any collection: a number, or a text where its key is one. */
export function key(title: LocalizedText): BodyField<string> {
  const read = (value: unknown): Reading<string> => {
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    return typeof text === 'string' && text.length <= KEY_MAX && !text.includes('\0')
      ? right(text.trim())
      : notA(EXPECTED.id);
  };
  return { ...valued('key', title, read), isEmptyNothing: true };
}

/** Ids of records, each once; at least one. */
export function ids(title: LocalizedText, max: number): BodyField<string[]> {
  const read = (value: unknown): Reading<string[]> => {
    const isList = Array.isArray(value) && value.length > 0 && value.length <= max && value.every(isRecordId);
    return isList ? right([...new Set(value.map(String))]) : notA(expectedIds(max));
  };
  return valued('ids', title, read, { max });
}

/** A whole number, also in digits. */
export function whole(title: LocalizedText, min: number, max: number): BodyField<number> {
  const read = (value: unknown): Reading<number> => {
    const number = typeof value === 'string' && /^-?[0-9]{1,15}$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number)) return wrong('VALUE_NOT_INTEGER');
    return within(number, min, max);
  };
  return valued('whole', title, read, { min, max });
}

export function number(title: LocalizedText, min: number, max: number): BodyField<number> {
  const read = (value: unknown): Reading<number> =>
    typeof value === 'number' && Number.isFinite(value) ? within(value, min, max) : wrong('VALUE_NOT_A_NUMBER');
  return valued('number', title, read, { min, max });
}

function within(value: number, min: number, max: number): Reading<number> {
  if (value < min) return wrong('VALUE_AT_LEAST', { min });
  return value > max ? wrong('VALUE_AT_MOST', { max }) : right(value);
}

/** Fields and their values; what they may be is the business of whoever takes them. */
export function object(title: LocalizedText): BodyField<Record<string, unknown>> {
  return valued('object', title, (value) => (isObject(value) ? right(value) : notA(EXPECTED.object)));
}

/** So many values at most, each as `each` reads it. */
export function list<Value>(title: LocalizedText, each: BodyField<Value>, max: number): BodyField<Value[]> {
  const read = (value: unknown): Reading<Value[]> => {
    if (!Array.isArray(value)) return notA(EXPECTED.list);
    if (value.length > max) return notA({ zh: `不超过${max}项的列表`, en: `a list of at most ${max}` });
    const found: Value[] = [];
    for (const one of value as unknown[]) {
      const reading = each.read(one);
      if (!reading.ok) return { ok: false, fault: each.fault?.(one) ?? reading.fault };
      found.push(reading.value);
    }
    return right(found);
  };
  return valued('list', title, read, { max });
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
