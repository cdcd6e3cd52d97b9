import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { address, goTo } from '@test/client/host/router';
import { WorkflowTaskRecordContext } from '@test/client/host/workflow';
import { TASK_TYPES } from '../task-center/task-types';
import { filtersOf, searchWith } from '../task-center/query';
import { host, named, openTask, show, task, type Answers } from './support/review';

const [mine, started, copied] = TASK_TYPES;
const button = (name: string) => screen.findByRole('button', { name: named(name) });

function inCenter(
  element: React.ReactNode,
  record: unknown,
  answers: Answers = {},
  over: Record<string, unknown> = {},
) {
  const refresh = jest.fn(async () => undefined);
  const { api, context } = host(
    {
      'hxReviewTasks:open/51': () => ({ data: openTask() }),
      'hxReviewTasks:decide/51': () => ({ data: task({ state: 'approved' }) }),
      ...answers,
    },
    over,
  );
  show(
    context,
    <WorkflowTaskRecordContext.Provider value={{ record, refresh }}>{element}</WorkflowTaskRecordContext.Provider>,
  );
  return { api, context, refresh };
}

beforeEach(() => {
  goTo('/');
  window.history.replaceState(null, '', '/');
});

it('asks for the list of the host’s tab and the filters of the address', () => {
  expect(mine.useActionParams?.('pending')).toEqual({ box: 'pending' });
  expect(mine.useActionParams?.('all', 'wf1')).toEqual({ box: 'pending,done', workflowKey: 'wf1' });
  expect(started.useActionParams?.('completed')).toEqual({ box: 'started', settled: 'true' });
  expect(copied.useActionParams?.('pending')).toEqual({ box: 'copied', settled: 'false' });
  window.history.replaceState(null, '', '/?hx-overdue=true&hx-process=errand&tab=x');
  expect(mine.useActionParams?.('pending')).toEqual({ box: 'pending', overdue: true, process: 'errand' });
});

it('keeps filters in the address beside what is there', () => {
  const search = searchWith('?tab=x', { overdue: true, keyword: '张' });
  expect(filtersOf(search)).toEqual({ overdue: true, keyword: '张' });
  expect(new URLSearchParams(search).get('tab')).toBe('x');
  expect(searchWith(search, {})).toBe('?tab=x');
});

it('gives the host the row of an opened task', async () => {
  const open = jest.fn(async () => ({ data: { data: openTask() } }));
  const api = { resource: () => ({ open }) };
  await expect(mine.getPopupRecord?.(api, { params: { filterByTk: '51' } })).resolves.toMatchObject({
    data: { data: { id: '51', stepTitle: '社区审核' } },
  });
});

it('shows a task and decides it in the host’s detail', async () => {
  const { Detail } = mine;
  const { refresh, api } = inCenter(<Detail />, task());
  await userEvent.click(await button('同意'));
  await waitFor(() => expect(refresh).toHaveBeenCalled());
  expect(api.to('hxReviewTasks:decide/51')).toHaveLength(1);
  await waitFor(() => expect(api.to('hxReviewTasks:open/51')).toHaveLength(2));
});

it('leaves room for the host’s back arrow on a phone', async () => {
  const { Detail } = mine;
  inCenter(<Detail />, task(), {}, { isMobileLayout: true });
  const text = await screen.findByText('138****1234');
  let top = 0;
  for (let node: HTMLElement | null = text; node; node = node.parentElement)
    top ||= parseInt(node.style.paddingTop || '0', 10);
  expect(top).toBeGreaterThanOrEqual(44);
});

it('filters through the address', async () => {
  const { Actions } = mine;
  if (!Actions) throw new Error('no actions');
  inCenter(<Actions />, {});
  await userEvent.click(await screen.findByRole('button', { name: '筛选' }));
  await userEvent.type(await screen.findByPlaceholderText('姓名、编号、事项'), '张{Enter}');
  expect(filtersOf(address.search)).toEqual({ keyword: '张' });
});

it('decides ticked tasks at once', async () => {
  const { Actions, Item } = mine;
  if (!Actions) throw new Error('no actions');
  const reload = jest.fn(async () => undefined);
  const { api } = inCenter(
    <>
      <Actions reload={reload} />
      <Item />
    </>,
    task({ canBatch: true }),
    { 'hxReviewTasks:decideMany': () => ({ data: [{ id: '51', ok: true }] }) },
  );
  await userEvent.click(await screen.findByRole('checkbox'));
  await userEvent.click(await button('批量同意'));
  await userEvent.click(await button('确认办理'));
  await waitFor(() => expect(reload).toHaveBeenCalled());
  expect(api.to('hxReviewTasks:decideMany')[0].data).toEqual({ ids: ['51'], decision: 'approve' });
});
