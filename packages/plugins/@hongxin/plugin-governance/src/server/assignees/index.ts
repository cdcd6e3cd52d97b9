import type { DomainPart, Services } from '@hongxin/plugin-foundation';
import { leftOffice } from './officials';
import { OFFICIALS_IN_RESERVE } from './reserve';
import { GOVERNANCE_ASSIGNEES } from './rules';
import { tellReviews } from './tell-reviews';

/** What reviews ask of posts: whom a rule means, who steps in, who has left. Nothing where no reviews are. */
export const assignees = ({ app, db }: Services): DomainPart => ({
  assignees: GOVERNANCE_ASSIGNEES,
  office: { leftOf: (userIds, transaction) => leftOffice({ db, transaction }, userIds) },
  reserve: OFFICIALS_IN_RESERVE,
  follows: tellReviews(app),
});
