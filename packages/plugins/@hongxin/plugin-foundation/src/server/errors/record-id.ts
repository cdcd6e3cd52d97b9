import { refuse } from './refusal';

const BIGINT_MAX = 9_223_372_036_854_775_807n;

/** A whole number that the database can hold, as a number or in digits: a list of one is none. */
export function isRecordId(id: unknown): id is string | number {
  // of a larger number JavaScript has lost digits: it would be another record's
  if (typeof id === 'number') return Number.isSafeInteger(id) && id >= 0;
  if (typeof id !== 'string') return false;
  return /^\d{1,19}$/.test(id) && BigInt(id) <= BIGINT_MAX;
}

/** @throws Refusal 400 unless the value is a whole number the database can hold */
export function requireRecordId(id: unknown): asserts id is string | number {
  if (id === undefined || id === null || id === '') throw refuse(400, 'ID_MISSING');
  if (isRecordId(id)) return;
  const text = typeof id === 'object' ? JSON.stringify(id) : String(id);
  throw refuse(400, 'ID_INVALID', { id: text.slice(0, 40) });
}
