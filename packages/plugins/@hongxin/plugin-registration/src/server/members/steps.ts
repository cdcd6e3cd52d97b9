import type { ProcessRegistration } from '@hongxin/plugin-foundation';
import { RECEIPT_NUMBERS, REGISTRATION_NUMBERS } from '../constants';
import { keepConsent } from '../effects/consent';
import { issueNumber, issueReceipt } from '../effects/numbers';
import { keepOpinion, keepReturnOpinion } from '../effects/opinions';
import { knowPerson } from '../effects/person';
import { place } from '../effects/place';
import { MEMBER_SUCCESSION, openSuccessor } from '../effects/transfer';
import { homeIsABuilding, targetIsElsewhere, unitExists } from '../rules/choices-exist';
import { notOnAnotherRoll } from '../rules/single-roll';
import { all } from '../processes/all-guards';
import { memberRegistration } from '../processes/member-registration';
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
