import type { ProcessRegistration, Services } from '@hongxin/plugin-foundation';
import { HAS_SERVED, moveClaims } from '../claims/of-targets';
import { keepClosing, moveNeed } from '../needs/effects';
import { deadlineIsAhead, keepFinish, keepStart, needIsOpen, numberProject } from './effects';
import { all } from '../common/all-guards';
import { projectProcess } from './process';

/** The process of projects, with what needs the database. */
export const projectSteps = (services: Services): ProcessRegistration => {
  const endClaims = [
    moveClaims(services, 'project', 'serve', ['claimed', 'finished'], HAS_SERVED),
    moveClaims(services, 'project', 'cancel', ['claimed', 'checkedIn']),
  ];
  // a unit that took part has no hours of its own: it has served when the project is done
  const serveUnits = moveClaims(services, 'project', 'serve', ['claimed'], 'c."personId" IS NULL');
  return {
    definition: projectProcess,
    guards: { claim: all(needIsOpen, deadlineIsAhead) },
    fills: {
      claim: [numberProject(services)],
      start: [keepStart],
      finish: [keepFinish],
      rate: [keepClosing],
    },
    effects: {
      claim: [moveNeed(services, 'claim', ['published'])],
      start: [moveNeed(services, 'start', ['claimed'])],
      finish: [
        moveNeed(services, 'finish', ['claimed', 'inProgress'], (project) => ({ result: project.get('effect') })),
        serveUnits,
        ...endClaims,
      ],
      rate: [
        moveNeed(services, 'rate', ['awaitingRating'], (project) => ({
          satisfaction: project.get('satisfaction'),
          ratingComment: project.get('ratingComment'),
        })),
      ],
      decline: [moveNeed(services, 'reopen', ['claimed', 'inProgress']), ...endClaims],
      terminate: [moveNeed(services, 'reopen', ['claimed', 'inProgress']), ...endClaims],
    },
  };
};
