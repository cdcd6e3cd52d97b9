import { registerRecordNote, type RecordNoteProps } from '@hongxin/plugin-foundation/client-v2';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { type OpenTask } from '../../shared/contract';
import { DecideScreen } from '../decide/DecideScreen';
import { translator } from '../locale';
import { host, named, openTask, refusal, show, task, type Answers } from './support/review';

const OPEN = 'hxReviewTasks:open/51';
const DECIDE = 'hxReviewTasks:decide/51';
const button = (name: string) => screen.findByRole('button', { name: named(name) });
const opinion = () => screen.getByLabelText('意见');

function screenOf(open: Partial<OpenTask> = {}, answers: Answers = {}) {
  const onDone = jest.fn();
  const { api, context } = host({
    [OPEN]: () => ({ data: openTask(open) }),
    [DECIDE]: () => ({ data: task({ state: 'approved' }) }),
    ...answers,
  });
  show(context, <DecideScreen context={context} id="51" t={translator(context)} touch={false} onDone={onDone} />);
  return { api, onDone, sent: () => api.to(DECIDE).map(({ data }) => data) };
}

beforeEach(() => window.localStorage.clear());

it('shows the record beside the opinion, why it is mine, and what comes next', async () => {
  screenOf();
  expect(await screen.findByText('138****1234')).toBeInTheDocument();
  expect(screen.getByText('由您办理的原因：锦里社区书记')).toBeInTheDocument();
  expect(screen.getByText('2026-03-04 09:00', { exact: false })).toBeInTheDocument();
  expect(await screen.findByText('下一步：街道复核')).toBeInTheDocument();
});

it('says beside the decision what a plugin has to say of the record, while there is one to take', async () => {
  const Note = ({ record }: RecordNoteProps) => <p>{`社区已满（${record.key}）`}</p>;
  registerRecordNote('hxErrands', { Note, namespace: 'tests' });
  screenOf();
  expect(await screen.findByText('社区已满（7）')).toBeInTheDocument();
  cleanup();
  screenOf({ allowed: { approve: false, return: false, reject: false, transfer: false, addSigner: false } });
  await screen.findByText('138****1234');
  expect(screen.queryByText('社区已满（7）')).toBeNull();
});

it('shows what a resubmission has changed', async () => {
  screenOf({ changes: [{ name: 'note', title: '备注', before: '', after: '已补充门牌号' }] });
  expect(await screen.findByRole('region', { name: '退回后的修改' })).toHaveTextContent('备注：— → 已补充门牌号');
  cleanup();
  screenOf();
  await screen.findByText('138****1234');
  expect(screen.queryByText('退回后的修改')).toBeNull();
});

it('offers only what the node allows', async () => {
  screenOf({ allowed: { approve: true, return: false, reject: false, transfer: false, addSigner: false } });
  await button('同意');
  for (const name of ['退回', '驳回', '转办', '加签'])
    expect(screen.queryByRole('button', { name: named(name) })).toBeNull();
});

it('returns only with an opinion', async () => {
  const { sent, onDone } = screenOf();
  await userEvent.click(await button('退回'));
  expect(await screen.findByText('请填写意见')).toBeInTheDocument();
  expect(sent()).toEqual([]);
  await userEvent.type(opinion(), '缺少门牌号');
  await userEvent.click(await button('退回'));
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
  expect(sent()).toEqual([{ decision: 'return', opinion: '缺少门牌号' }]);
});

it('approves with a phrase and the fields to fill, and sends no other field', async () => {
  const note = { name: 'note', title: '备注', interface: 'input', value: null, display: '', mode: 'required' as const };
  const { sent } = screenOf({ record: [...openTask().record, note] });
  await userEvent.click(await button('同意'));
  expect(await screen.findByText('请填写备注')).toBeInTheDocument();
  expect(sent()).toEqual([]);
  await userEvent.click(await screen.findByRole('button', { name: '情况属实' }));
  await userEvent.type(screen.getByLabelText('备注'), '已核对');
  await userEvent.click(await button('同意'));
  await waitFor(() =>
    expect(sent()).toEqual([{ decision: 'approve', opinion: '情况属实', values: { note: '已核对' } }]),
  );
});

it('shows every reason of a refusal, those of a field beside it', async () => {
  screenOf(
    {},
    {
      [DECIDE]: () =>
        refusal(
          400,
          { code: 'A', message: '居住地不在本社区' },
          { code: 'B', message: '已在其他社区在册' },
          { code: 'C', message: '意见太短', field: 'opinion' },
        ),
    },
  );
  await userEvent.click(await button('同意'));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('居住地不在本社区');
  expect(alert).toHaveTextContent('已在其他社区在册');
  expect(await screen.findByText('意见太短')).toBeInTheDocument();
  expect(alert).not.toHaveTextContent('意见太短');
});

it('says what happened when another was faster, and reads again', async () => {
  let round = 0;
  const already = { who: '李主任', what: 'approved' as const, when: '2026-03-02T02:00:00.000Z' };
  const none = { approve: false, return: false, reject: false, transfer: false, addSigner: false };
  screenOf(
    {},
    {
      [OPEN]: () => ({
        data: round++ === 0 ? openTask() : openTask({ already, allowed: none, task: task({ state: 'skipped' }) }),
      }),
      [DECIDE]: () => refusal(409, { code: 'TASK_ALREADY_DECIDED', message: '李主任已于 10:00 同意' }),
    },
  );
  await userEvent.click(await button('同意'));
  expect(await screen.findByText('李主任已于 10:00 同意')).toBeInTheDocument();
  await userEvent.click(await button('重新读取'));
  expect(await screen.findByText('办理结果：已通过')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: named('同意') })).toBeNull();
});

it('transfers to somebody the server offers', async () => {
  const { sent } = screenOf(
    {},
    { 'hxReviewTasks:candidates/51': () => ({ data: [{ id: 12, nickname: '赵副书记', note: '锦里社区副书记' }] }) },
  );
  await userEvent.click(await button('转办'));
  await userEvent.click(await button('确认转办'));
  expect(await screen.findByText('请选择人员')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('combobox'));
  await userEvent.click(await screen.findByText('赵副书记'));
  await userEvent.click(await button('确认转办'));
  await waitFor(() => expect(sent()).toEqual([{ decision: 'transfer', toUserId: 12 }]));
});

it('adds a signer before or after', async () => {
  const { sent } = screenOf(
    {},
    { 'hxReviewTasks:candidates/51': () => ({ data: [{ id: 12, nickname: '赵副书记', note: null }] }) },
  );
  await userEvent.click(await button('加签'));
  await userEvent.click(screen.getByRole('combobox'));
  await userEvent.click(await screen.findByText('赵副书记'));
  await userEvent.click(screen.getByText('我审批后，再请对方审批'));
  await userEvent.click(await button('确认加签'));
  await waitFor(() => expect(sent()).toEqual([{ decision: 'addSigner', signerId: 12, place: 'after' }]));
});

it('keeps an unsent opinion on the device until it is sent', async () => {
  screenOf();
  await button('同意');
  await userEvent.type(opinion(), '待核实');
  cleanup();
  const { onDone } = screenOf();
  await button('同意');
  expect(opinion()).toHaveValue('待核实');
  await userEvent.click(await button('同意'));
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(Object.keys(window.localStorage)).toEqual([]);
});

it('sends a double press once, and a repeated press after a lost answer under the same key', async () => {
  let lose: (error: Error) => void = () => undefined;
  let round = 0;
  const { api } = screenOf(
    {},
    {
      [DECIDE]: () =>
        round++ === 0 ? new Promise((_resolve, reject) => (lose = reject)) : { data: task({ state: 'approved' }) },
    },
  );
  await userEvent.dblClick(await button('同意'));
  expect(api.to(DECIDE)).toHaveLength(1);
  await act(async () => lose(new Error('Network Error')));
  expect(await screen.findByText('Network Error')).toBeInTheDocument();
  await userEvent.click(await button('同意'));
  await waitFor(() => expect(api.to(DECIDE)).toHaveLength(2));
  const [first, second] = api.to(DECIDE).map(({ headers }) => headers?.['Idempotency-Key']);
  expect(first).toBe(second);
});

it('says why the task cannot be read', async () => {
  screenOf({}, { [OPEN]: () => refusal(403, { code: 'NOT_YOURS', message: '这项待办不是您的' }) });
  expect(await screen.findByText('这项待办不是您的')).toBeInTheDocument();
});
