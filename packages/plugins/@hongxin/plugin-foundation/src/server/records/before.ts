import type { Model } from '@nocobase/database';

/** The state a record was in before this write. */
export function previousState(record: Model): string {
  return String(record.previous('state' as never) ?? record.get('state'));
}

/** Whether this write is one of a transition. */
export function isTransition(record: Model): boolean {
  return !record.isNewRecord && Boolean(record.changed('state' as never));
}

/** Columns that NocoBase marks on every save; whether before or after a rule runs depends on what was loaded last. */
const BOOKKEEPING: readonly string[] = ['updatedAt', 'updatedById'];

/** Columns about to change, besides who saves and when. */
export function changedFields(record: Model): string[] {
  return ((record.changed() || []) as string[]).filter((field) => !BOOKKEEPING.includes(field));
}
