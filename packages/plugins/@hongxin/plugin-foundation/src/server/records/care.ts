import type { Reason } from '@hongxin/rules/mechanism';
import type { Model } from '@nocobase/database';
import { Refusal } from '../errors';
import { currentIdentity } from '../identity';
import { changedFields, isTransition, previousState } from './before';
import type { RecordRule } from './rules';

/** A time of a record in which it may be changed by other ways than its process. */
export interface EditableWhile {
  in: readonly string[];
  /** Columns that may change then; left out: all that the role may change. */
  fields?: readonly string[];
  /** Left out: whoever may change the record; `others`: everybody but whose it is. */
  by?: 'others';
}

/** What may become of a record beside its process. The server's own work, without anybody behind it, is not asked. */
export interface RecordCare {
  editable?: {
    while: readonly EditableWhile[];
    /**
     * `typed`: closed otherwise is what people fill in; fields that an administrator has added are the administrator's to
     * open, though not to whose record it is. Left out: everything.
     */
    closes?: 'typed';
    because: (record: Model) => Reason;
  };
  /** Why the record is not deleted; null where it may be. */
  kept?: (record: Model) => Reason | null;
}

/**
 * @param ownerField column with the account whose record it is
 * @param typed columns that people fill in
 */
export function editableRule(
  { while: times, closes, because }: Editable,
  ownerField: string | null,
  typed: readonly string[],
): RecordRule {
  return async (candidates) => {
    const identity = currentIdentity();
    if (!identity) return;
    for (const { record, refuse } of candidates) {
      if (record.isNewRecord || isTransition(record)) continue;
      const state = previousState(record);
      const isOwner = ownerField !== null && String(record.get(ownerField)) === String(identity.userId);
      const now = times.filter((time) => time.in.includes(state) && !(time.by === 'others' && isOwner));
      const isOpen = (field: string): boolean => now.some(({ fields }) => !fields || fields.includes(field));
      const isClosed = (field: string): boolean =>
        !isOpen(field) && (closes !== 'typed' || typed.includes(field) || (isOwner && !identity.isAdministrator));
      if (changedFields(record).some(isClosed)) refuse(because(record));
    }
  };
}

type Editable = NonNullable<RecordCare['editable']>;

/** @throws Refusal 403 where the record stays */
export const keptAgainstDeletion =
  (kept: NonNullable<RecordCare['kept']>) =>
  (record: Model): void => {
    if (!currentIdentity()) return;
    const reason = kept(record);
    if (reason) throw new Refusal(403, [reason]);
  };
