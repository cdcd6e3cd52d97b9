import type { ProcessRegistration } from '@hongxin/plugin-foundation';
import { UNIT_RECEIPT_NUMBERS, UNIT_REGISTRATION_NUMBERS } from '../constants';
import { issueNumber, issueReceipt } from '../effects/numbers';
import { keepOpinion } from '../effects/opinions';
import { openSuccessor, UNIT_SUCCESSION } from '../effects/transfer';
import { placeUnit } from '../effects/unit-place';
import { targetIsElsewhere, unitExists } from '../rules/choices-exist';
import { notRegisteredThereTwice, targetTakesUnits } from '../rules/unit-submission';
import { all } from '../processes/all-guards';
import type { Services } from '@hongxin/plugin-foundation';
import { unitRegistration } from '../processes/unit-registration';

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
