import { currentIdentity, Refusal } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';

/** Feedbacks come from the records alone: nobody makes one up, or makes one vanish. */
export function onlyComputed(): void {
  if (currentIdentity()) throw new Refusal(403, [registrationReason('FEEDBACK_ONLY_COMPUTED')]);
}
