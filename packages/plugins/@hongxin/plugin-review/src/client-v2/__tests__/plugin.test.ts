import { type Application } from '@nocobase/client-v2';
import fs from 'node:fs';
import path from 'node:path';
import english from '../../locale/en-US.json';
import chinese from '../../locale/zh-CN.json';
import { MOVE_TYPE, NODE_TYPE, TASK_TYPE, TRIGGER_TYPE } from '../../shared/constants';
import PluginReviewClient from '../plugin';

it.each(['modern', 'legacy'])('registers with the workflow plugin (%s runtime)', async (runtime) => {
  const workflow = {
    registerTrigger: jest.fn(),
    registerInstruction: jest.fn(),
    registerTaskType: jest.fn(),
    ...(runtime === 'modern' ? { registerWorkflowNoticeProvider: jest.fn() } : {}),
  };
  const registerModels = jest.fn();
  const app = { flowEngine: { registerModels }, pm: { get: () => workflow } };
  await new PluginReviewClient({}, app as unknown as Application).load();
  expect(Object.keys(registerModels.mock.calls[0][0])).toEqual([
    'HxReviewInboxBlockModel',
    'HxReviewTimelineBlockModel',
    'HxSupervisionBlockModel',
  ]);
  expect(workflow.registerTrigger.mock.calls[0][0]).toBe(TRIGGER_TYPE);
  expect(workflow.registerInstruction.mock.calls.map(([type]) => type)).toEqual([NODE_TYPE, MOVE_TYPE]);
  expect(workflow.registerTaskType.mock.calls[0][0]).toBe(TASK_TYPE);
});

it('has every text in both languages, with the same placeholders', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
  const placeholders = (text: string) => (text.match(/{{\w+}}/g) ?? []).sort();
  for (const [key, text] of Object.entries(english))
    expect([key, placeholders(text)]).toEqual([key, placeholders(chinese[key as keyof typeof chinese])]);
});

it('has in its locale files whatever Chinese the client says', () => {
  const folder = path.resolve(__dirname, '..');
  const files = (fs.readdirSync(folder, { recursive: true }) as string[]).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('__tests__'),
  );
  const said = files.flatMap((file) => {
    const code = fs.readFileSync(path.join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    return [
      ...code.matchAll(/'([^'\n]*[\u4e00-\u9fff][^'\n]*)'/g),
      ...code.matchAll(/\bt(?:Expr)?\(\s*'([^'\n]+)'/g),
    ].map(([, key]) => key);
  });
  expect(said.length).toBeGreaterThan(200);
  expect(said.filter((key) => !(key in chinese) && key !== '、' && key !== '；')).toEqual([]);
});
