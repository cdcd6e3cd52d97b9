import type { ProcessRegistration, TransitionContext } from '@hongxin/plugin-foundation';
import type { Reason } from '@hongxin/rules';
import { keepConsent, type GiveConsent } from '../effects/consent';
import { issueNumber, issueReceipt, type NextNumber } from '../effects/numbers';
import { keepOpinion, keepReturnOpinion } from '../effects/opinions';
import { knowPerson } from '../effects/person';
import { place } from '../effects/place';
import { openSuccessor, type Perform } from '../effects/transfer';
import { homeIsABuilding, targetIsElsewhere, unitExists } from '../rules/choices-exist';
import { notOnAnotherRoll } from '../rules/single-roll';
import { memberRegistration } from './member-registration';

type Guard = (context: TransitionContext) => Promise<Reason[]>;

/** Every objection of several guards, one after the other: they share a connection. */
function all(...guards: readonly Guard[]): Guard {
  return async (context) => {
    const reasons: Reason[] = [];
    for (const guard of guards) reasons.push(...(await guard(context)));
    return reasons;
  };
}

/** The process with what needs the database and the foundation's services. */
export function registrationProcess(services: {
  nextNumber: NextNumber;
  perform: Perform;
  giveConsent: GiveConsent;
}): ProcessRegistration {
  return {
    definition: memberRegistration,
    guards: {
      submit: all(homeIsABuilding, unitExists),
      accept: notOnAnotherRoll,
      transfer: targetIsElsewhere,
    },
    fills: {
      submit: [place, issueNumber(services.nextNumber)],
      confirm: [keepOpinion('unitOpinion')],
      accept: [issueReceipt(services.nextNumber), keepOpinion('communityOpinion')],
      return: [keepReturnOpinion],
      transfer: [keepOpinion('communityOpinion')],
    },
    effects: {
      submit: [keepConsent(services.giveConsent)],
      accept: [knowPerson],
      transfer: [openSuccessor(services.perform)],
    },
  };
}
