import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { TASK_TYPE } from '../../shared/constants';
import { type TaskRow } from '../../shared/contract';
import { Inbox } from '../inbox/Inbox';
import { HxReviewInboxBlockModel } from '../models/HxReviewInboxBlockModel';
import { host, named, openTask, show, task, type Answers } from './support/review';

const MINE = 'hxReviewTasks:mine';
const page = (...rows: TaskRow[]) => ({
  data: rows,
  meta: { count: rows.length, page: 1, pageSize: 20, totalPage: 1 },
});
const button = (name: string) => screen.findByRole('button', { name: named(name) });

function inbox(answers: Answers = {}, over: Record<string, unknown> = {}) {
  const { api, context } = host({ [MINE]: () => page(task({ overdue: true })), ...answers }, over);
  show(context, <Inbox context={context} />);
  return { api, context, asked: () => api.to(MINE).map(({ params }) => params) };
}

it('lists what waits, overdue said in words', async () => {
  inbox();
  expect(await screen.findByText('张三', { selector: 'button span' })).toBeInTheDocument();
  expect(screen.getByText('已超期')).toBeInTheDocument();
  expect(screen.getByText('社区审核')).toBeInTheDocument();
});

it('asks by list, process, time limit and words', async () => {
  const { asked } = inbox();
  await screen.findByText('社区审核');
  await userEvent.click(screen.getByText('已办'));
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ box: 'done' }));
  await userEvent.click(screen.getByText('待办', { selector: '.ant-segmented-item-label span' }));
  await userEvent.type(screen.getByPlaceholderText('姓名、编号、事项'), '张{Enter}');
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ box: 'pending', keyword: '张', page: 1 }));
  await userEvent.click(screen.getByRole('combobox', { name: '时限' }));
  await userEvent.click(await screen.findByText('已超期', { selector: '.ant-select-item-option-content' }));
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ overdue: true }));
});

it('reads again when the server says that the tasks have changed, and only then', async () => {
  const { asked, context } = inbox();
  await screen.findByText('社区审核');
  const bus = (context.app as { eventBus: EventTarget }).eventBus;
  const push = (type: string) =>
    act(async () => void bus.dispatchEvent(new CustomEvent('ws:message:workflow:tasks:updated', { detail: { type } })));
  await push('manual');
  expect(asked()).toHaveLength(1);
  await push(TASK_TYPE);
  await waitFor(() => expect(asked()).toHaveLength(2));
});

it('opens the decide screen, over the whole screen on a phone', async () => {
  const { context } = inbox({ 'hxReviewTasks:open/51': () => ({ data: openTask() }) }, { isMobileLayout: true });
  await userEvent.click(await screen.findByRole('button', { name: '张三' }));
  expect(await screen.findByText('138****1234')).toBeInTheDocument();
  expect(context.viewer.drawer).toHaveBeenCalledWith(expect.objectContaining({ height: '100%', width: '100%' }));
});

it('decides several with one opinion and says which could not be', async () => {
  const rows = [
    task({ canBatch: true }),
    task({ id: '52', recordTitle: '李四', canBatch: true }),
    task({ id: '53', recordTitle: '王五' }),
  ];
  const answers = [
    { id: '51', ok: true },
    { id: '52', ok: false, errors: [{ code: 'X', message: '已在其他社区在册' }] },
  ];
  const { api } = inbox({ [MINE]: () => page(...rows), 'hxReviewTasks:decideMany': () => ({ data: answers }) });
  await screen.findByText('王五');
  const boxes = screen.getAllByRole('checkbox');
  expect(boxes[3]).toBeDisabled();
  await userEvent.click(boxes[1]);
  await userEvent.click(boxes[2]);
  expect(screen.getByText('已选 2 项')).toBeInTheDocument();
  await userEvent.click(await button('批量同意'));
  await userEvent.type(await screen.findByLabelText('意见'), '同意');
  await userEvent.click(await button('确认办理'));
  expect(await screen.findByText('李四：已在其他社区在册')).toBeInTheDocument();
  expect(api.to('hxReviewTasks:decideMany')[0].data).toEqual({
    ids: ['51', '52'],
    decision: 'approve',
    opinion: '同意',
  });
});

it('decides many in groups, and says how far it is', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => task({ id: String(100 + index), canBatch: true }));
  const sent: string[][] = [];
  let goOn = (): void => undefined;
  const { api } = inbox({
    [MINE]: () => page(...rows),
    'hxReviewTasks:decideMany': async ({ data }) => {
      const { ids } = data as { ids: string[] };
      sent.push(ids);
      if (sent.length === 2) await new Promise<void>((resolve) => (goOn = resolve));
      return { data: ids.map((id) => ({ id, ok: true })) };
    },
  });
  await screen.findAllByText('社区审核');
  await userEvent.click(screen.getAllByRole('checkbox')[0]);
  await userEvent.click(await button('批量同意'));
  await userEvent.click(await button('确认办理'));
  expect(await screen.findByRole('progressbar', { name: '已办理 25 项' })).toHaveAttribute('aria-valuenow', '42');
  act(() => goOn());
  await waitFor(() => expect(sent.map((ids) => ids.length)).toEqual([25, 25, 10]));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(sent.flat()).toEqual(rows.map(({ id }) => id));
  const keys = api.to('hxReviewTasks:decideMany').map(({ headers }) => headers?.['Idempotency-Key']);
  expect(new Set(keys).size).toBe(3);
});

it('returns several only with an opinion', async () => {
  const { api } = inbox({ [MINE]: () => page(task({ canBatch: true })) });
  await screen.findByText('社区审核');
  await userEvent.click(screen.getAllByRole('checkbox')[1]);
  await userEvent.click(await button('批量退回'));
  await userEvent.click(await button('确认办理'));
  expect(await screen.findByText('请填写意见', { selector: 'div' })).toBeInTheDocument();
  expect(api.to('hxReviewTasks:decideMany')).toHaveLength(0);
});

it('says that nothing waits', async () => {
  inbox({ [MINE]: () => page() });
  expect(await screen.findByText('没有待办事项')).toBeInTheDocument();
});

it('shows the lists its settings name', async () => {
  const { context } = host({ [MINE]: () => page(task()) });
  const Model = HxReviewInboxBlockModel as unknown as new (options: object) => HxReviewInboxBlockModel;
  const model = new Model({ context, stepParams: { inboxSettings: { show: { boxes: ['pending', 'done'] } } } });
  await model.dispatchEvent('beforeRender');
  show(context, model.renderComponent());
  expect(await screen.findByText('已办')).toBeInTheDocument();
  expect(screen.queryByText('我发起的')).toBeNull();
});
