import { handler } from '@hongxin/plugin-foundation';
import { DELEGATIONS, TASKS } from '../../shared/constants';
import type { ReviewTools } from '../steps/tools';
import { canvasActions } from './canvas';
import { decideActions } from './decide';
import { delegationActions } from './delegations';
import { figureActions } from './figures';
import { mineActions } from './mine';
import { openActions } from './open';
import { supervisionActions } from './supervision';
import { timelineActions } from './timeline';
import { urgeActions } from './urge';
import { withdrawActions } from './withdraw';

/** The doors of the task centre; who may see or decide what is each action's business. */
export function defineReviewActions(tools: ReviewTools): void {
  const { app } = tools;
  const doors = {
    [TASKS]: {
      ...decideActions(tools),
      ...mineActions(tools),
      ...openActions(tools),
      ...withdrawActions(tools),
      ...timelineActions(tools),
      ...urgeActions(tools),
      ...supervisionActions(tools),
      ...figureActions(tools),
      ...canvasActions(tools),
    },
    [DELEGATIONS]: delegationActions(tools),
  };
  for (const [resource, actions] of Object.entries(doors)) {
    app.resourceManager.registerActionHandlers(
      Object.fromEntries(Object.entries(actions).map(([name, action]) => [`${resource}:${name}`, handler(action)])),
    );
    app.acl.allow(resource, Object.keys(actions), 'loggedIn');
  }
}
