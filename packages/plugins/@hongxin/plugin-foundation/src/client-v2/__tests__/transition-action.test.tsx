import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onMoved } from '../record/record-events';
import { HxTransitionActionModel } from '../models/HxTransitionActionModel';
import {
  fakeApi,
  PROCESS,
  recordContext,
  refusal,
  type Answer,
  type Answers,
  type FakeApi,
} from '@test/client/foundation-host';

const ACCEPT = {
  name: 'accept',
  label: '接收',
  to: 'accepted',
  toLabel: '已接收',
  opinion: 'optional',
  fields: ['areaId', 'note'],
  requires: ['areaId'],
  appearance: 'primary',
  confirm: null,
};
const RETURN = {
  name: 'return',
  label: '退回',
  to: 'returned',
  toLabel: '已退回',
  opinion: 'required',
  fields: [],
  requires: [],
  appearance: 'default',
  confirm: null,
};
const open = (...transitions: object[]): Answer => ({
  data: transitions,
  meta: { state: 'submitted', stateLabel: '已提交' },
});

function server(answers: Answers): FakeApi {
  return fakeApi({
    'hxProcesses:get': () => ({ data: PROCESS }),
    'hxErrands:transitions/7': () => open(ACCEPT, RETURN),
    ...answers,
  });
}

interface ModelOptions {
  context: unknown;
  stepParams?: object;
}
const Model = HxTransitionActionModel as unknown as new (options: ModelOptions) => HxTransitionActionModel;

function press(api: FakeApi, settings: object = {}, over: object = {}) {
  const context = recordContext({ api, ...over });
  const model = new Model({ context, stepParams: { transitionSettings: { offer: settings } } });
  const closed = model.dispatchEvent('click');
  return { context, model, closed };
}
/** antd puts a space between two Chinese characters on a button. */
const button = (name: string) => screen.findByRole('button', { name: new RegExp([...name].join('\\s*')) });
const perform = (api: FakeApi) => api.to('hxErrands:transition/7');

it('offers exactly what is open now, and returns only with an opinion', async () => {
  const api = server({ 'hxErrands:transition/7': () => ({ data: { id: 7, state: 'returned' } }) });
  const { context, closed } = press(api);
  await userEvent.click(await button('^退回'));
  expect(screen.queryByRole('button', { name: /^提交/ })).toBeNull();
  await userEvent.click(await button('确认退回'));
  expect(await screen.findByText('请填写意见', { selector: '.ant-form-item-explain-error' })).toBeInTheDocument();
  expect(perform(api)).toHaveLength(0);
  const moved = jest.fn();
  const stop = onMoved('hxErrands', 7, moved);
  await userEvent.type(screen.getByLabelText('意见'), '缺少门牌号');
  await userEvent.click(await button('确认退回'));
  await closed;
  stop();
  expect(perform(api)[0].data).toEqual({ transition: 'return', state: 'submitted', opinion: '缺少门牌号' });
  expect(context.resource.refresh).toHaveBeenCalledTimes(1);
  expect(moved).toHaveBeenCalledTimes(1);
  expect(context.message.success).toHaveBeenCalledWith('退回：已完成，当前状态：已退回');
});

it('fills the fields the transition asks for and sends a foreign key', async () => {
  const api = server({
    'hxErrands:transitions/7': () => open(ACCEPT),
    'hxErrands:transition/7': () => ({ data: { id: 7 } }),
  });
  const { closed } = press(api, {}, { record: { id: 7, state: 'submitted', note: '原备注' } });
  await userEvent.click(await button('确认接收'));
  expect(await screen.findByText('请填写社区')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('社区'), '42');
  await userEvent.click(await button('确认接收'));
  await closed;
  expect(perform(api)[0].data).toMatchObject({ transition: 'accept', values: { areaId: '42', note: '原备注' } });
});

it('shows every reason of a refusal, beside its field or on top, and keeps what was typed', async () => {
  const reasons = [
    { code: 'FIELD_INVALID', message: '备注太短', field: 'note' },
    { code: 'ON_ANOTHER_ROLL', message: '已在别处报到' },
  ];
  const api = server({
    'hxErrands:transitions/7': () => open({ ...ACCEPT, requires: [] }),
    'hxErrands:transition/7': () => refusal(400, ...reasons),
  });
  press(api);
  await userEvent.type(await screen.findByLabelText('意见'), '同意');
  await userEvent.click(await button('确认接收'));
  expect(await screen.findByRole('alert')).toHaveTextContent('已在别处报到');
  expect(await screen.findByText('备注太短', { selector: '.ant-form-item-explain-error' })).toBeInTheDocument();
  expect(screen.getByLabelText('意见')).toHaveValue('同意');
});

it('says that the state has moved on and reads again', async () => {
  let round = 0;
  const api = server({
    'hxErrands:transitions/7': () => (round++ === 0 ? open({ ...RETURN, opinion: 'none' }) : open()),
    'hxErrands:transition/7': () => refusal(409, { code: 'STATE_MOVED_ON', message: '已由他人接收' }),
  });
  press(api);
  await userEvent.click(await button('确认退回'));
  expect(await screen.findByText('这条记录的状态已经变化')).toBeInTheDocument();
  expect(screen.getByText('已由他人接收')).toBeInTheDocument();
  await userEvent.click(await button('重新读取'));
  expect(await screen.findByText('当前没有需要您办理的事项')).toBeInTheDocument();
  expect(screen.getByText('下一步：接收（社区干部）')).toBeInTheDocument();
});

it('does a double press once, and a repeated press after a lost answer under the same key', async () => {
  let lose: (error: Error) => void = () => undefined;
  let round = 0;
  const api = server({
    'hxErrands:transitions/7': () => open({ ...RETURN, opinion: 'none' }),
    'hxErrands:transition/7': () =>
      round++ === 0 ? new Promise<Answer>((_resolve, reject) => (lose = reject)) : { data: { id: 7 } },
  });
  const { closed } = press(api);
  await userEvent.dblClick(await button('确认退回'));
  expect(perform(api)).toHaveLength(1);
  await act(async () => lose(new Error('Network Error')));
  expect(await screen.findByText('Network Error')).toBeInTheDocument();
  await userEvent.click(await button('确认退回'));
  await closed;
  const keys = perform(api).map(({ headers }) => headers?.['Idempotency-Key']);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
});

it('shows a blocked transition with its reasons and does not perform it', async () => {
  const api = server({
    'hxErrands:transitions/7': () => open({ ...RETURN, blocked: [{ code: 'X', message: '公示期未满' }] }),
  });
  press(api);
  expect(await button('^退回')).toBeDisabled();
  expect(screen.getByText('公示期未满')).toBeInTheDocument();
});

it('offers only the transitions of its settings', async () => {
  press(server({}), { only: ['return'] });
  expect(await button('确认退回')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /接收/ })).toBeNull();
});

it('opens from the bottom on a phone', async () => {
  const { context } = press(server({}), {}, { isMobileLayout: true });
  await button('^退回');
  expect(context.viewer.drawer).toHaveBeenCalledWith(expect.objectContaining({ placement: 'bottom', width: '100%' }));
});

describe('visibility', () => {
  const hidden = async (settings: object, over: object, answers: Answers = {}) => {
    const api = server(answers);
    const model = new Model({
      context: recordContext({ api, ...over }),
      stepParams: { transitionSettings: { offer: settings } },
    });
    await model.dispatchEvent('beforeRender');
    return { hidden: model.hidden, asked: api.to('hxErrands:transitions/7').length, title: model.getTitle() };
  };

  it('is hidden where nothing leaves the state', async () => {
    expect(await hidden({}, { record: { id: 7, state: 'accepted' } })).toMatchObject({ hidden: true, asked: 0 });
  });

  it('among many records never asks per record', async () => {
    expect(await hidden({ direct: 'return' }, { isFork: true })).toEqual({ hidden: false, asked: 0, title: '退回' });
    expect(await hidden({ direct: 'submit' }, { isFork: true })).toMatchObject({ hidden: true, asked: 0 });
  });

  it('on one record hides a single transition that is not open to the user', async () => {
    const answers = { 'hxErrands:transitions/7': () => open(ACCEPT) };
    expect(await hidden({ direct: 'return' }, {}, answers)).toMatchObject({ hidden: true, asked: 1 });
    expect(await hidden({ direct: 'accept' }, {}, answers)).toMatchObject({ hidden: false });
  });

  it('reads the process once however many rows there are', async () => {
    const api = server({});
    for (let id = 1; id <= 20; id++) {
      const context = recordContext({ api, isFork: true, record: { id, state: 'submitted' } });
      await new Model({ context }).dispatchEvent('beforeRender');
    }
    await waitFor(() => expect(api.to('hxProcesses:get')).toHaveLength(1));
  });
});
