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
} from '../feedback/steps';
import { all } from './all-guards';
import type { ProcessServices } from './services';
import { yearFeedbackProcess } from './year-feedback';

export const feedbackProcesses = (services: ProcessServices): ProcessRegistration[] => [
  {
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
  },
];
