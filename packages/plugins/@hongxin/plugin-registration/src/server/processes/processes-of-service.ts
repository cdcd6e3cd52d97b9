import type { ProcessRegistration } from '@hongxin/plugin-foundation';
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
} from '../effects/claims';
import { bookClaim } from '../effects/claim-year';
import { moveClaims } from '../effects/claims-of-targets';
import { moveNeed } from '../effects/needs';
import { keepRatingOfService } from '../effects/rating';
import { isAhead, isOver } from '../effects/service-posts';
import {
  bookReversal,
  endClaimOfClosedYear,
  hasTime,
  isNotOwn,
  keepCertifier,
  markReversed,
  moveClaimOf,
  yearIsOpen,
} from '../effects/service-records';
import { hasBeenServed } from '../effects/serving';
import { SERVICE_LIMITS_SETTING, type ReadServiceLimits } from '../rules/service-settings';
import { all } from './all-guards';
import { claimProcess } from './claim-process';
import { servicePostProcess } from './service-post-process';
import { serviceRecordProcess } from './service-record-process';
import type { ProcessServices } from './services';

/** Posts, claims and records, with what needs the database and the foundation's services. */
export const serviceProcesses = (services: ProcessServices): ProcessRegistration[] => {
  const limits: ReadServiceLimits = (transaction) => services.setting(SERVICE_LIMITS_SETTING, transaction);
  return [
    {
      definition: servicePostProcess,
      guards: { publish: isAhead, close: isOver },
      effects: {
        publish: [moveNeed(services, 'claim', ['published'])],
        close: [
          moveClaims(services, 'post', 'checkOut', ['checkedIn']),
          // a unit's claim has no hours of its own: it ends with the post
          moveClaims(services, 'post', 'serve', ['claimed'], 'c."personId" IS NULL'),
          moveClaims(services, 'post', 'markAbsent', ['claimed']),
        ],
        cancel: [
          moveClaims(services, 'post', 'cancel', ['claimed', 'checkedIn']),
          moveNeed(services, 'reopen', ['claimed', 'inProgress']),
        ],
      },
    },
    {
      definition: claimProcess,
      guards: {
        checkIn: all(isOfMember, mayCheckIn(limits)),
        supplement: all(isOfMember, maySupplement(limits)),
        serve: hasBeenServed,
        withdraw: mayWithdraw,
      },
      fills: { checkIn: [keepCheckIn], checkOut: [keepCheckOut], serve: [bookClaim] },
      effects: {
        checkOut: [recordCheckedHours],
        supplement: [recordEnteredHours],
        withdraw: [givePlacesBack],
        cancel: [givePlacesBack],
      },
    },
    {
      definition: serviceRecordProcess,
      // hours of an issued year may still be refused: they count for nothing, and nothing waits for ever
      guards: { verify: all(isNotOwn, yearIsOpen, hasTime), refuse: isNotOwn },
      fills: { verify: [keepCertifier, bookReversal, keepRatingOfService], refuse: [keepCertifier] },
      effects: {
        verify: [markReversed, moveClaimOf(services, true)],
        refuse: [moveClaimOf(services, false), endClaimOfClosedYear(services)],
      },
    },
  ];
};
