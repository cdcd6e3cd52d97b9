import type { ProcessRegistration, Services } from '@hongxin/plugin-foundation';
import { moveClaims } from '../claims/of-targets';
import { moveNeed } from '../needs/effects';
import { isAhead, isOver } from './effects';
import { servicePostProcess } from './process';

/** The process of service posts, with what needs the database. */
export const servicePostSteps = (services: Services): ProcessRegistration => ({
  definition: servicePostProcess,
  guards: { publish: isAhead, close: isOver },
  effects: {
    publish: [moveNeed(services, 'claim', ['published'])],
    close: [
      moveClaims(services, 'post', 'checkOut', ['checkedIn']),
      // a unit's claim has no hours of its own: it ends with the post
      moveClaims(services, 'post', 'serve', ['claimed'], 'c."personId" IS NULL'),
      moveClaims(services, 'post', 'markAbsent', ['claimed']),
    ],
    cancel: [
      moveClaims(services, 'post', 'cancel', ['claimed', 'checkedIn']),
      moveNeed(services, 'reopen', ['claimed', 'inProgress']),
    ],
  },
});
