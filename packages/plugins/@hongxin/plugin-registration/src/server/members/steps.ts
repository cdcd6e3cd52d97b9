import type { ProcessRegistration } from '@hongxin/plugin-foundation';
import { RECEIPT_NUMBERS, REGISTRATION_NUMBERS } from '../constants';
import { keepConsent } from './consent';
import { issueNumber, issueReceipt } from '../common/numbers';
import { keepOpinion, keepReturnOpinion } from '../common/opinions';
import { foreseePersons, knowPerson } from './person';
import { foreseePlaces, place } from './place';
import { MEMBER_SUCCESSION, openSuccessor } from './transfer';
import { homeIsABuilding, targetIsElsewhere, unitExists } from '../common/choices-exist';
import { notOnAnotherRoll } from './single-roll';
import { all } from '../common/all-guards';
import { memberRegistration } from './process';
import type { Services } from '@hongxin/plugin-foundation';

/** The process with what needs the database and the foundation's services. */
export function memberRegistrationSteps(services: Services): ProcessRegistration {
  return {
    definition: memberRegistration,
    guards: {
      submit: all(homeIsABuilding, unitExists),
      accept: notOnAnotherRoll,
      transfer: targetIsElsewhere,
    },
    foresees: { submit: foreseePlaces, accept: foreseePersons },
    fills: {
      submit: [place, issueNumber(services.nextNumber, REGISTRATION_NUMBERS)],
      confirm: [keepOpinion('unitOpinion')],
      accept: [issueReceipt(services.nextNumber, RECEIPT_NUMBERS), keepOpinion('communityOpinion')],
      return: [keepReturnOpinion],
      transfer: [keepOpinion('communityOpinion')],
    },
    effects: {
      submit: [keepConsent(services.giveConsent)],
      accept: [knowPerson],
      transfer: [openSuccessor(services.perform, MEMBER_SUCCESSION)],
    },
  };
}
