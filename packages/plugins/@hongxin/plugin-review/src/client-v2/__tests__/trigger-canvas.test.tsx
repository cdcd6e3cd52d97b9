import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form, type FormInstance } from 'antd';
import React from 'react';
import { CurrentWorkflowContext } from '@test/client/host/workflow';
import { MoveFieldset } from '../canvas/move/MoveFieldset';
import { TransitionTrigger } from '../canvas/trigger/TransitionTrigger';
import { TriggerFieldset } from '../canvas/trigger/TriggerFieldset';
import { triggerNotice } from '../canvas/trigger/TriggerSummary';
import { host, PROCESS, refusal, show, type Answers } from './support/review';

/** @param fillMs the host may fill the form some time after its first drawing */
function drawer(fieldset: React.ReactNode, config: Record<string, unknown>, answers: Answers = {}, fillMs = 0) {
  const { context } = host({ 'hxProcesses:get': () => ({ data: PROCESS }), ...answers });
  let form: FormInstance | undefined;
  function Drawer() {
    [form] = Form.useForm();
    React.useEffect(() => {
      const fill = (): void => form?.setFieldsValue({ config });
      if (fillMs === 0) return fill();
      const timer = setTimeout(fill, fillMs);
      return () => clearTimeout(timer);
    }, []);
    return (
      <CurrentWorkflowContext.Provider value={{ config: { collection: 'hxErrands' } }}>
        <Form form={form}>{fieldset}</Form>
      </CurrentWorkflowContext.Provider>
    );
  }
  show(context, <Drawer />);
  return async () => {
    let values: { config: Record<string, unknown> } | undefined;
    let refused: unknown = new Error('not saved');
    await act(async () => {
      await form?.validateFields().then(
        (valid: { config: Record<string, unknown> }) => (values = valid),
        (problems: unknown) => (refused = problems),
      );
    });
    if (!values) throw refused;
    return values.config;
  };
}
const option = (text: string) => screen.findByText(text, { selector: '.ant-select-item-option-content' });

it('offers the states of the collection’s process', async () => {
  const save = drawer(<TriggerFieldset />, { collection: 'hxErrands', on: 'state', states: [] });
  const states = await screen.findByRole('combobox', { name: /状态/ }).catch(() => screen.getAllByRole('combobox')[0]);
  await userEvent.click(states);
  await userEvent.click(await option('已提交'));
  expect(await save()).toMatchObject({ collection: 'hxErrands', on: 'state', states: ['submitted'] });
});

it('keeps when to start while the process is being read', async () => {
  const config = { collection: 'hxErrands', on: 'state', states: ['submitted'] };
  const save = drawer(<TriggerFieldset />, config, {}, 100);
  expect((await screen.findAllByText('已提交')).length).toBeGreaterThan(0);
  expect(await save()).toMatchObject(config);
});

it('asks for a state', async () => {
  const save = drawer(<TriggerFieldset />, { collection: 'hxErrands', on: 'state', states: [] });
  await screen.findByText('到达这些状态之一');
  await expect(save()).rejects.toBeDefined();
  expect(await screen.findByText('请至少选择一个状态')).toBeInTheDocument();
});

it('starts at creation for a collection without a process', async () => {
  const save = drawer(
    <TriggerFieldset />,
    { collection: 'myTable', on: 'state' },
    { 'hxProcesses:get': () => refusal(404, { code: 'X', message: '没有流程' }) },
  );
  expect(await screen.findByText('这张表没有定义流程，只能在新建记录时开始。')).toBeInTheDocument();
  await waitFor(async () => expect(await save()).toMatchObject({ on: 'create' }));
});

it('is complete once it says when to start', () => {
  const trigger = new TransitionTrigger();
  expect(trigger.validate({ collection: 'hxErrands', on: 'state', states: [] })).toBe(false);
  expect(trigger.validate({ collection: 'hxErrands', on: 'transition', transitions: ['accept'] })).toBe(true);
  expect(trigger.validate({ collection: 'myTable', on: 'create' })).toBe(true);
  expect(trigger.validate({ on: 'create' })).toBe(false);
});

it('says on its card when it starts', async () => {
  const { context } = host({ 'hxProcesses:get': () => ({ data: PROCESS }) });
  const workflow = { type: 'hx-transition', config: { collection: 'hxErrands', on: 'state', states: ['submitted'] } };
  show(context, <>{triggerNotice({ surface: 'trigger-node-card', workflow })?.message}</>);
  expect(await screen.findByText('“跑腿”到达：已提交')).toBeInTheDocument();
  expect(triggerNotice({ surface: 'workflow-list-row', workflow })).toBeNull();
  expect(triggerNotice({ surface: 'trigger-node-card', workflow: { type: 'collection', config: {} } })).toBeNull();
});

it('moves the record of the workflow by a transition of its process', async () => {
  const save = drawer(<MoveFieldset />, { recordId: '{{$context.data.id}}', actor: 'reviewer' });
  const [transition] = await screen.findAllByRole('combobox');
  await expect(save()).rejects.toBeDefined();
  await userEvent.click(transition);
  await userEvent.click(await option('接收'));
  expect(await screen.findByLabelText('assigned fields')).toBeVisible();
  expect(await save()).toMatchObject({
    collection: 'hxErrands',
    recordId: '{{$context.data.id}}',
    transition: 'accept',
    actor: 'reviewer',
  });
});

it('forgets what was filled for a transition when another one, or another collection, is chosen', async () => {
  const config = { collection: 'hxErrands', recordId: '7', transition: 'accept', values: { note: '材料齐全' } };
  const save = drawer(<MoveFieldset />, config);
  const [transition] = await screen.findAllByRole('combobox');
  expect(await save()).toMatchObject(config);
  await userEvent.click(transition);
  await userEvent.click(await option('退回'));
  expect(await save()).toMatchObject({ transition: 'return', values: {} });
  await userEvent.type(screen.getByLabelText('collection'), '2');
  await expect(save()).rejects.toMatchObject({ errorFields: [{ name: ['config', 'transition'] }] });
});
