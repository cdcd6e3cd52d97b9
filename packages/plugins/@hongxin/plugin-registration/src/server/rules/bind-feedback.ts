import type Database from '@nocobase/database';
import { currentIdentity, Refusal } from '@hongxin/plugin-foundation';
import { YEAR_FEEDBACKS } from '../constants';
import { registrationReason } from '../reasons';

/** Feedbacks come from the records alone: nobody makes one up, or makes one vanish. */
export function bindFeedbackRules(db: Database): void {
  const refuse = (): void => {
    if (currentIdentity()) throw new Refusal(403, [registrationReason('FEEDBACK_ONLY_COMPUTED')]);
  };
  db.on(`${YEAR_FEEDBACKS}.beforeCreate`, refuse);
  db.on(`${YEAR_FEEDBACKS}.beforeBulkCreate`, refuse);
  db.on(`${YEAR_FEEDBACKS}.beforeDestroy`, refuse);
}
