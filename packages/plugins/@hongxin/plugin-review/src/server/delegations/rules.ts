import { Refusal } from '@hongxin/plugin-foundation';
import type { Reason } from '@hongxin/rules/mechanism';
import type { Model } from '@nocobase/database';

/** A delegation is from one person to another, and does not end before it starts. */
export function checkDelegation(row: Model): void {
  const reasons: Reason[] = [];
  const [from, to] = [row.get('startsOn') as string | null, row.get('endsOn') as string | null];
  if (!from) reasons.push({ code: 'FIELD_REQUIRED', field: 'startsOn', params: { field: 'startsOn' } });
  else if (to && to < from) reasons.push({ code: 'DELEGATION_PERIOD_INVALID', field: 'endsOn' });
  const [userId, deputyId] = [row.get('userId'), row.get('deputyId')];
  if (!deputyId || String(userId) === String(deputyId))
    reasons.push({ code: 'DELEGATION_PERSON_INVALID', field: 'deputy' });
  if (reasons.length > 0) throw new Refusal(400, reasons);
}
