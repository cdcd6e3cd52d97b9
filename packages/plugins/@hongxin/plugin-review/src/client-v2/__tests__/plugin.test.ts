import { type Application } from '@nocobase/client-v2';
import { MOVE_TYPE, NODE_TYPE, TASK_TYPE, TRIGGER_TYPE } from '../../shared/constants';
import PluginReviewClient from '../plugin';

it.each(['modern', 'legacy'])('registers with the workflow plugin (%s runtime)', async (runtime) => {
  const workflow = {
    registerTrigger: jest.fn(),
    registerInstruction: jest.fn(),
    registerTaskType: jest.fn(),
    ...(runtime === 'modern' ? { registerWorkflowNoticeProvider: jest.fn() } : {}),
  };
  const registerModelLoaders = jest.fn();
  const app = { flowEngine: { registerModelLoaders }, pm: { get: () => workflow } };
  await new PluginReviewClient({}, app as unknown as Application).load();
  expect(Object.keys(registerModelLoaders.mock.calls[0][0])).toEqual([
    'HxReviewInboxBlockModel',
    'HxReviewTimelineBlockModel',
    'HxSupervisionBlockModel',
  ]);
  expect(workflow.registerTrigger.mock.calls[0][0]).toBe(TRIGGER_TYPE);
  expect(workflow.registerInstruction.mock.calls.map(([type]) => type)).toEqual([NODE_TYPE, MOVE_TYPE]);
  expect(workflow.registerTaskType.mock.calls[0][0]).toBe(TASK_TYPE);
});
