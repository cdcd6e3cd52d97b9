import type Database from '@nocobase/database';
import { bindRules } from '@hongxin/plugin-foundation';
import { cleanNames } from '@hongxin/plugin-governance';
import { UNIT_REGISTRATIONS } from '../constants';
import { completeUnitRegistrations, UNIT_CONTENT_FIELDS } from './unit-write-rules';
import { keepSubmitted, lockSubmitted, plainPhones } from './write-rules';

/** Rules of units' registrations that hold whatever writes. */
export function bindUnitsRules(db: Database): void {
  bindRules(db, UNIT_REGISTRATIONS, [
    cleanNames('contactName'),
    plainPhones('contactPhone'),
    completeUnitRegistrations,
    lockSubmitted(UNIT_CONTENT_FIELDS),
  ]);
  db.on(`${UNIT_REGISTRATIONS}.beforeDestroy`, keepSubmitted);
}
