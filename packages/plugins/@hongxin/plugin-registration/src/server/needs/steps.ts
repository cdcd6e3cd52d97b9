import type { ProcessRegistration, Services } from '@hongxin/plugin-foundation';
import { keepClosing, keepReview, rateProjectOfNeed } from './effects';
import { needProcess } from './process';

/** The process of needs, with what needs the database. */
export const needSteps = (services: Services): ProcessRegistration => ({
  definition: needProcess,
  fills: { review: [keepReview], rate: [keepClosing] },
  effects: { rate: [rateProjectOfNeed(services)] },
});
