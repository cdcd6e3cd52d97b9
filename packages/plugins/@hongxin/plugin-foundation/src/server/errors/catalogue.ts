import type { Reason } from '@hongxin/rules/mechanism';
import { reasonWords, registerReasonTexts } from './reason-texts';
import { SERVER_REASONS } from './server-reasons';

registerReasonTexts(SERVER_REASONS);

/** Messages of reasons, and what the violation of a named database constraint means to the user. */
export class ReasonCatalogue {
  private readonly constraints = new Map<string, Reason>();

  /** All messages but those that every domain shares, which `describeReason` knows by itself. */
  readonly words = reasonWords;

  /** Says what a unique, exclusion or check constraint guards, so that its violation reads as that reason. */
  registerConstraint(name: string, meaning: Reason): void {
    this.constraints.set(name, meaning);
  }

  meaningOf(constraint: string | undefined): Reason | undefined {
    return constraint === undefined ? undefined : this.constraints.get(constraint);
  }
}
