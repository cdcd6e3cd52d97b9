import { isBlank, readMoment } from '@hongxin/rules/mechanism';
import { dayReason } from './day-checks';
import { Refusal } from './refusal';

const ZONE = /(?:Z|[+-][0-9]{2}:?[0-9]{2})$/i;

/**
 * A moment of an own action's body: the day has to exist, and where no zone is named it is China's, as in a form.
 * @throws Refusal 400 naming the field
 */
export function requireMoment(value: unknown, field: string): Date {
  if (isBlank(value)) throw new Refusal(400, [{ code: 'FIELD_REQUIRED', params: { field }, field }]);
  const none = { code: 'VALUE_NOT_A_DATE', params: { field }, field };
  const reason = typeof value === 'string' ? dayReason('DATE', value, field) : none;
  if (reason) throw new Refusal(400, [reason]);
  const text = String(value).trim();
  const read = ZONE.test(text) ? null : readMoment(text, field); // to the second, where no zone is named
  const moment = new Date(read?.ok ? read.moment : text);
  if (Number.isNaN(moment.getTime())) throw new Refusal(400, [none]);
  return moment;
}
