import { handler } from '@hongxin/plugin-foundation';
import { TASKS } from '../../shared/constants';
import type { ReviewTools } from '../steps/tools';
import { decideActions } from './decide';
import { mineActions } from './mine';

/** The doors of the task centre; who may see or decide what is each action's business. */
export function defineReviewActions(tools: ReviewTools): void {
  const actions = { ...decideActions(tools), ...mineActions(tools) };
  const { app } = tools;
  app.resourceManager.registerActionHandlers(
    Object.fromEntries(Object.entries(actions).map(([name, action]) => [`${TASKS}:${name}`, handler(action)])),
  );
  app.acl.allow(TASKS, Object.keys(actions), 'loggedIn');
}
