import type { ProcessRegistration, Services } from '@hongxin/plugin-foundation';
import {
  givePlacesBack,
  isOfMember,
  keepCheckIn,
  keepCheckOut,
  mayCheckIn,
  maySupplement,
  mayWithdraw,
  recordCheckedHours,
  recordEnteredHours,
} from './effects';
import { bookClaim } from './year';
import { hasBeenServed } from './serving';
import { SERVICE_LIMITS_SETTING, type ReadServiceLimits } from '../service-records/settings';
import { all } from '../common/all-guards';
import { foreseeYears } from '../year-feedbacks/year-lock';
import { claimProcess } from './process';

/** The process of claims, with what needs the database. */
export const claimSteps = (services: Services): ProcessRegistration => {
  const limits: ReadServiceLimits = (transaction) => services.setting(SERVICE_LIMITS_SETTING, transaction);
  return {
    definition: claimProcess,
    guards: {
      checkIn: all(isOfMember, mayCheckIn(limits)),
      supplement: all(isOfMember, maySupplement(limits)),
      serve: hasBeenServed,
      withdraw: mayWithdraw,
    },
    foresees: { supplement: foreseeYears, serve: foreseeYears },
    fills: { checkIn: [keepCheckIn], checkOut: [keepCheckOut], serve: [bookClaim] },
    effects: {
      checkOut: [recordCheckedHours],
      supplement: [recordEnteredHours],
      withdraw: [givePlacesBack],
      cancel: [givePlacesBack],
    },
  };
};
