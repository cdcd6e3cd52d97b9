import type { ProcessRegistration, Services } from '@hongxin/plugin-foundation';
import { keepRatingOfService } from './rating';
import {
  bookReversal,
  endClaimOfClosedYear,
  hasTime,
  isNotOwn,
  keepCertifier,
  markReversed,
  moveClaimOf,
  yearIsOpen,
} from './effects';
import { all } from '../common/all-guards';
import { foreseeYears } from '../year-feedbacks/year-lock';
import { serviceRecordProcess } from './process';

/** The process of service records, with what needs the database. */
export const serviceRecordSteps = (services: Services): ProcessRegistration => ({
  definition: serviceRecordProcess,
  // hours of an issued year may still be refused: they count for nothing, and nothing waits for ever
  guards: { verify: all(isNotOwn, yearIsOpen, hasTime), refuse: isNotOwn },
  foresees: { verify: foreseeYears, refuse: foreseeYears },
  fills: { verify: [keepCertifier, bookReversal, keepRatingOfService], refuse: [keepCertifier] },
  effects: {
    verify: [markReversed, moveClaimOf(services, true)],
    refuse: [moveClaimOf(services, false), endClaimOfClosedYear(services)],
  },
});
