import { chinaYear, checkPhone, normalizePhone, reasonsOf } from '@hongxin/rules/mechanism';
import {
  callerAreas,
  clock,
  currentIdentity,
  Refusal,
  textOf,
  touches,
  type RecordRule,
  changedFields,
  isTransition,
  previousState,
} from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { NEEDS } from '../constants';
import { registrationReason } from '../reasons';

/** What the community has made known is not changed under the eyes of who takes it on. */
const OPEN_STATES = ['raised', 'reviewed'];

/** A new need belongs to whoever raises it for themselves; who raises needs of a place says where they heard of it. */
export const completeNewNeeds =
  (app: Application): RecordRule =>
  async (candidates) => {
    const identity = currentIdentity();
    for (const { record, set } of candidates.filter((candidate) => candidate.record.isNewRecord)) {
      if (!textOf(record, 'year')) set('year', chinaYear(clock.now()));
      if (!identity) continue;
      if (callerAreas(app, NEEDS, 'create') === undefined) {
        set('ownerId', identity.userId);
        set('source', 'resident');
      } else if (textOf(record, 'source') === null) set('source', 'visit');
    }
  };

export const checkNeedContacts: RecordRule = async (candidates) => {
  for (const { record, refuse, set } of candidates) {
    const phone = textOf(record, 'contactPhone');
    if (phone === null || !touches(record, 'contactPhone')) continue;
    set('contactPhone', normalizePhone(phone));
    refuse(...reasonsOf(checkPhone(phone, 'contactPhone')));
  }
};

/** The owner corrects a need until it is reviewed, the community until it is published. */
export const lockNeeds: RecordRule = async (candidates) => {
  const identity = currentIdentity();
  if (!identity) return;
  for (const { record, refuse } of candidates) {
    if (record.isNewRecord || isTransition(record) || changedFields(record).length === 0) continue;
    const state = previousState(record);
    const isOwner = String(record.get('ownerId')) === String(identity.userId);
    if (isOwner ? state === 'raised' : OPEN_STATES.includes(state)) continue;
    refuse(registrationReason('NEED_FORBIDS_CHANGES', { title: String(record.get('title')) }));
  }
};

/** Whoever asked for help is not made to disappear. */
export function keepNeeds(record: Model): void {
  if (!currentIdentity()) return;
  throw new Refusal(403, [registrationReason('NEED_IS_A_RECORD', { title: String(record.get('title')) })]);
}
