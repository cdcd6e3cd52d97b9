import type { DomainPart } from '@hongxin/plugin-foundation';
import { TASKS } from '../../shared/constants';
import { canvasActions } from '../assignees/canvas-actions';
import type { ReviewTools } from '../steps/tools';
import { taskAccess } from './access';
import { decideActions } from './actions/decide';
import { figureActions } from './actions/figures';
import { filterActions } from './actions/filters';
import { mineActions } from './actions/mine';
import { openActions } from './actions/open';
import { supervisionActions } from './actions/supervision';
import { timelineActions } from './actions/timeline';
import { urgeActions } from './actions/urge';
import { withdrawActions } from './actions/withdraw';
import hxReviewTasks from './collection';
import { TASK_CHANNEL } from './notices';
import { inboxPage, mobileInboxPage } from './pages/inbox';
import { supervisionPage } from './pages/supervision';
import { TASK_REASONS } from './reasons';

/** 待办: what one person has to decide; who may see or decide what is each action's business. */
export const tasks = (tools: ReviewTools): DomainPart => ({
  collections: [hxReviewTasks],
  access: [taskAccess],
  reasons: TASK_REASONS,
  resources: {
    [TASKS]: {
      ...decideActions(tools),
      ...mineActions(tools),
      ...openActions(tools),
      ...withdrawActions(tools),
      ...timelineActions(tools),
      ...urgeActions(tools),
      ...supervisionActions(tools),
      ...figureActions(tools),
      ...filterActions(tools),
      ...canvasActions(tools),
    },
  },
  channels: [TASK_CHANNEL],
  pages: [inboxPage, supervisionPage, mobileInboxPage],
});
