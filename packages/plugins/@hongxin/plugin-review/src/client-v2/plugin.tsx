import { registerDeclared, registerRecordHandler } from '@hongxin/plugin-foundation/client-v2';
import { Plugin } from '@nocobase/client-v2';
import { type PluginWorkflowClientV2 } from '@nocobase/plugin-workflow/client-v2';
import { MOVE_TYPE, NODE_TYPE, TASK_TYPE, TRIGGER_TYPE } from '../shared/constants';
import { MoveInstruction } from './canvas/move/MoveInstruction';
import { ReviewInstruction } from './canvas/review/ReviewInstruction';
import { TransitionTrigger } from './canvas/trigger/TransitionTrigger';
import { triggerNotice } from './canvas/trigger/TriggerSummary';
import { openPendingReview } from './decide/record-handler';
import { MODELS } from './models';
import { TASK_TYPES } from './task-center/task-types';

/** Both runtimes' workflow plugins have these; the notices only the modern one. */
type WorkflowPlugin = Pick<PluginWorkflowClientV2, 'registerInstruction' | 'registerTrigger' | 'registerTaskType'> &
  Partial<Pick<PluginWorkflowClientV2, 'registerWorkflowNoticeProvider'>>;

/** 层级审批 in the browser; the same in `/v/` and `/admin`. */
export class PluginReviewClient extends Plugin {
  async load(): Promise<void> {
    registerDeclared(this.flowEngine, MODELS);
    registerRecordHandler(TASK_TYPE, openPendingReview);
    const workflow = this.app.pm.get('workflow') as WorkflowPlugin;
    workflow.registerTrigger(TRIGGER_TYPE, TransitionTrigger);
    workflow.registerInstruction(NODE_TYPE, ReviewInstruction);
    workflow.registerInstruction(MOVE_TYPE, MoveInstruction);
    for (const type of TASK_TYPES) workflow.registerTaskType(type.key, type);
    workflow.registerWorkflowNoticeProvider?.(TRIGGER_TYPE, triggerNotice);
  }
}

export default PluginReviewClient;
