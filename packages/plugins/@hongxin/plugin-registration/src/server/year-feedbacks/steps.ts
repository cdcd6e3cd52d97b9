import type { ProcessRegistration } from '@hongxin/plugin-foundation';
import {
  commentAfresh,
  compute,
  figuresStillHold,
  forgetComment,
  keepIssue,
  keepObjection,
  keepSignature,
  keepUnitsWord,
  mayBeIssued,
  pendingIsKnown,
  pointsAreSound,
} from './effects';
import { all } from '../common/all-guards';
import type { Services } from '@hongxin/plugin-foundation';
import { yearFeedbackProcess } from './process';

/** The process of yearly feedbacks, with what needs the database. */
export const yearFeedbackSteps = (services: Services): ProcessRegistration => ({
  definition: yearFeedbackProcess,
  guards: {
    comment: pointsAreSound(services),
    sign: figuresStillHold(services),
    signFor: figuresStillHold(services),
    issue: all(mayBeIssued(services), figuresStillHold(services), pendingIsKnown(services)),
  },
  fills: {
    comment: [commentAfresh, compute(services)],
    sign: [keepSignature],
    signFor: [keepSignature, keepUnitsWord],
    object: [keepObjection],
    recompute: [forgetComment, compute(services)],
    issue: [keepIssue(services)],
  },
});
