import type { ProcessRegistration } from '@hongxin/plugin-foundation';
import { UNIT_RECEIPT_NUMBERS, UNIT_REGISTRATION_NUMBERS } from '../constants';
import { issueNumber, issueReceipt } from '../common/numbers';
import { keepOpinion } from '../common/opinions';
import { openSuccessor, UNIT_SUCCESSION } from '../members/transfer';
import { placeUnit } from './place';
import { targetIsElsewhere, unitExists } from '../common/choices-exist';
import { notRegisteredThereTwice, targetTakesUnits } from './submission';
import { all } from '../common/all-guards';
import type { Services } from '@hongxin/plugin-foundation';
import { unitRegistration } from './process';

/** The process with what needs the database and the foundation's services. */
export function unitRegistrationSteps(services: Services): ProcessRegistration {
  const opinion = keepOpinion('communityOpinion');
  return {
    definition: unitRegistration,
    guards: {
      submit: all(unitExists, targetTakesUnits, notRegisteredThereTwice),
      accept: notRegisteredThereTwice,
      transfer: targetIsElsewhere,
    },
    fills: {
      submit: [placeUnit, issueNumber(services.nextNumber, UNIT_REGISTRATION_NUMBERS)],
      accept: [issueReceipt(services.nextNumber, UNIT_RECEIPT_NUMBERS), opinion],
      return: [opinion],
      transfer: [opinion],
    },
    effects: { transfer: [openSuccessor(services.perform, UNIT_SUCCESSION)] },
  };
}
