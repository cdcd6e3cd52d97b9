import { chinaYear, normalizePhone } from '@hongxin/rules/mechanism';
import {
  clock,
  currentIdentity,
  Refusal,
  keyOf,
  textOf,
  touches,
  type RecordRule,
  changedFields,
} from '@hongxin/plugin-foundation';
import { IDENTITY_HASH, IDENTITY_NUMBER } from '@hongxin/plugin-governance';
import { registrationReason } from '../reasons';
import { personOf } from '../common/persons';

/** States in which the member may still write. */
const OPEN_STATES: readonly string[] = ['draft', 'returned'];

/** Fields that make up the registration itself. A field an administrator adds later is the administrator's to open. */
export const CONTENT_FIELDS: readonly string[] = [
  'personName',
  'phone',
  'unitId',
  'position',
  'homeAreaId',
  'doorNumber',
  IDENTITY_NUMBER,
  'skills',
  'serviceIntentions',
  'availableTimes',
  'consentVersion',
];

/** A new registration belongs to whoever makes it, and to the person behind the account. */
export const completeNewRegistrations: RecordRule = async (candidates, scope) => {
  const identity = currentIdentity();
  for (const { record, set } of candidates.filter((candidate) => candidate.record.isNewRecord)) {
    if (identity) set('ownerId', identity.userId);
    if (!textOf(record, 'year')) set('year', chinaYear(clock.now()));
    if (identity || keyOf(record, 'personId') === null) {
      const ownerId = keyOf(record, 'ownerId');
      const name = textOf(record, 'personName');
      if (name === null) continue; // refused as a missing field
      const registrant = {
        userId: ownerId === null ? null : Number(ownerId),
        name,
        phone: textOf(record, 'phone'),
        identityHash: textOf(record, IDENTITY_HASH),
      };
      set('personId', await personOf(registrant, scope));
    }
  }
};

/** Phones are kept the way they are compared and dialled. */
export const plainPhones =
  (field: string): RecordRule =>
  async (candidates) => {
    for (const { record, set } of candidates) {
      const phone = textOf(record, field);
      if (phone !== null && touches(record, field)) set(field, normalizePhone(phone));
    }
  };

/** What has been submitted is not changed behind the back of those who decide on it. */
export const lockSubmitted =
  (contentFields: readonly string[]): RecordRule =>
  async (candidates) => {
    const identity = currentIdentity();
    if (!identity) return;
    for (const { record, refuse } of candidates) {
      const state = String(record.previous('state' as never) ?? record.get('state'));
      if (record.isNewRecord || record.changed('state' as never) || OPEN_STATES.includes(state)) continue;
      const changed = changedFields(record);
      const isOwner = String(record.get('ownerId')) === String(identity.userId);
      const isContent = changed.some((field) => contentFields.includes(field));
      if (!isContent && !(isOwner && changed.length > 0 && !identity.isAdministrator)) continue;
      refuse(registrationReason('STATE_FORBIDS_CHANGES', { state }));
    }
  };

/** What has been submitted once is kept: it has a number. */
export function keepSubmitted(record: { get(field: string): unknown }): void {
  const number = record.get('number');
  if (!number || !currentIdentity()) return;
  throw new Refusal(403, [registrationReason('REGISTRATION_IS_A_RECORD', { number: String(number) })]);
}
