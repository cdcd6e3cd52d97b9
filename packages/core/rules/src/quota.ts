import { reason, verdict, type Verdict } from './reason';

/** A limit and what is taken of it; any whole unit (places, people, 分). `limit` null: no limit. */
export interface Quota {
  limit: number | null;
  used: number;
  asked: number;
}

/**
 * Refuses to take more than is left of a limit, and amounts that are not whole or not above zero.
 * The caller holds the row lock: the figures must be those of the same transaction.
 */
export function checkQuota({ limit, used, asked }: Quota, field?: string): Verdict {
  if (!Number.isSafeInteger(asked) || asked <= 0) {
    return verdict([reason('QUOTA_ASKED_INVALID', { asked }, field)]);
  }
  if (limit === null) {
    return { ok: true };
  }
  if (!Number.isFinite(limit) || !Number.isFinite(used)) {
    return notNumber(Number.isFinite(limit) ? used : limit, field);
  }
  const left = Math.max(0, limit - used);
  return verdict(used + asked > limit ? [reason('QUOTA_EXCEEDED', { limit, used, left, asked }, field)] : []);
}

/** Refuses a value outside the bounds, both included; a bound left out does not bind. */
export function checkRange(
  value: number,
  bounds: { min?: number | null; max?: number | null },
  field?: string,
): Verdict {
  if (!Number.isFinite(value)) {
    return notNumber(value, field);
  }
  const min = bounds.min ?? -Infinity;
  const max = bounds.max ?? Infinity;
  return verdict([
    ...(value < min ? [reason('RANGE_BELOW', { value, min }, field)] : []),
    ...(value > max ? [reason('RANGE_ABOVE', { value, max }, field)] : []),
  ]);
}

/** A part of a whole against a fraction, exact for whole numbers such as 分: no rounding decides. */
export interface Share {
  part: number;
  whole: number;
  numerator: number;
  denominator: number;
}

/** Refuses a part under the fraction of the whole, e.g. the building-governance fund under 1/3 [seed]. */
export function shareAtLeast(share: Share, field?: string): Verdict {
  const { part, whole, numerator, denominator } = share;
  if (![part, whole, numerator, denominator].every(Number.isFinite)) {
    return notNumber(part, field);
  }
  const expected = Math.ceil((whole * numerator) / denominator);
  const isMet = part * denominator >= whole * numerator;
  return verdict(isMet ? [] : [reason('SHARE_BELOW', { ...share, expected }, field)]);
}

/** Refuses a part over the fraction of the whole, e.g. management costs over 10 % of a grant [default]. */
export function shareAtMost(share: Share, field?: string): Verdict {
  const { part, whole, numerator, denominator } = share;
  if (![part, whole, numerator, denominator].every(Number.isFinite)) {
    return notNumber(part, field);
  }
  const expected = Math.floor((whole * numerator) / denominator);
  const isMet = part * denominator <= whole * numerator;
  return verdict(isMet ? [] : [reason('SHARE_ABOVE', { ...share, expected }, field)]);
}

/**
 * Refuses a total whose average is over a limit, e.g. more than 50 yuan a household in crowd-funding [seed].
 * @param total in the unit of `limit` (分)
 * @param count households, people; above zero
 */
export function averageAtMost(
  { total, count, limit }: { total: number; count: number; limit: number },
  field?: string,
): Verdict {
  if (!Number.isFinite(total) || !Number.isFinite(limit)) {
    return notNumber(Number.isFinite(total) ? limit : total, field);
  }
  if (!(Number.isFinite(count) && count > 0)) {
    return verdict([reason('AVERAGE_COUNT_MISSING', { count }, field)]);
  }
  const expected = Math.floor(limit * count);
  return verdict(total > limit * count ? [reason('AVERAGE_ABOVE', { total, count, limit, expected }, field)] : []);
}

function notNumber(value: number, field?: string): Verdict {
  return verdict([reason('VALUE_NOT_NUMBER', { value: String(value) }, field)]);
}
