import type { ProcessRegistration } from '@hongxin/plugin-foundation';
import { HAS_SERVED, moveClaims } from '../effects/claims-of-targets';
import { keepClosing, keepReview, moveNeed, rateProjectOfNeed } from '../effects/needs';
import { deadlineIsAhead, keepFinish, keepStart, needIsOpen, numberProject } from '../effects/projects';
import { all } from './all-guards';
import { needProcess } from './need-process';
import { projectProcess } from './project-process';
import { resourceProcess } from './resource-process';
import type { ProcessServices } from './services';

/** Needs, resources and projects, with what needs the database and the foundation's services. */
export const listsProcesses = (services: ProcessServices): ProcessRegistration[] => {
  const endClaims = [
    moveClaims(services, 'project', 'serve', ['claimed', 'finished'], HAS_SERVED),
    moveClaims(services, 'project', 'cancel', ['claimed', 'checkedIn']),
  ];
  // a unit that took part has no hours of its own: it has served when the project is done
  const serveUnits = moveClaims(services, 'project', 'serve', ['claimed'], 'c."personId" IS NULL');
  return [
    {
      definition: needProcess,
      fills: { review: [keepReview], rate: [keepClosing] },
      effects: { rate: [rateProjectOfNeed(services)] },
    },
    { definition: resourceProcess },
    {
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
    },
  ];
};
