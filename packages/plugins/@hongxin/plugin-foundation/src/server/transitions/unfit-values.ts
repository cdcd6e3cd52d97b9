import { isBlank, type Reason } from '@hongxin/rules/mechanism';
import type { Collection } from '@nocobase/database';
import { dayReasons, valueReasons } from '../errors';

type Values = Readonly<Record<string, unknown>>;

/**
 * What of a transition's values its columns cannot hold, one reason for a field. It is asked of the values as they were
 * sent: a row that has read them takes 30 February for a day in March.
 */
export function unfitValues(collection: Collection, values: Values, stored: Values): Reason[] {
  return onePerField([...dayReasons(collection, values), ...valueReasons(collection, values, stored)]);
}

/** The values that can be asked further: none that its column cannot hold, unless it is missing altogether. */
export function withoutUnfit(values: Values, unfit: readonly Reason[]): Values {
  const names = new Set(unfit.map(({ field }) => field));
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !names.has(name) || isBlank(value)));
}

/** The reasons in their order, of each field the first. */
export function onePerField(reasons: readonly Reason[]): Reason[] {
  const told = new Set<string>();
  return reasons.filter(({ field }) => field === undefined || (!told.has(field) && Boolean(told.add(field))));
}

/** With values that are unfit: what is missing or not to be written, then what is unfit; the rest depends on those values. */
export function refusedFor(values: Values, unfit: readonly Reason[], others: readonly Reason[]): Reason[] {
  const names = new Set(unfit.map(({ field }) => field));
  const isMissing = ({ field = '', code }: Reason): boolean => code === 'FIELD_REQUIRED' && isBlank(values[field]);
  const kept = others.filter((reason) => !names.has(reason.field) || isMissing(reason));
  return onePerField([...kept, ...unfit]);
}
