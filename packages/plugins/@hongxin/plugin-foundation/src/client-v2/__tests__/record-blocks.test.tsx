import { act, render, screen, waitFor } from '@testing-library/react';
import { modelNamed, type ShownModel } from '@test/client/declared';
import { MODELS } from '../models';
import { announceMoved } from '../record/record-events';
import { fakeApi, PROCESS, recordContext, refusal, type Answers } from '@test/client/foundation-host';

type BlockClass = new (options: object) => ShownModel;
let HxHistoryBlockModel: BlockClass;
let HxProcessStepsBlockModel: BlockClass;
beforeAll(async () => {
  HxHistoryBlockModel = await modelNamed(MODELS, 'HxHistoryBlockModel');
  HxProcessStepsBlockModel = await modelNamed(MODELS, 'HxProcessStepsBlockModel');
});
const HISTORY = [
  {
    id: '1',
    transition: 'submit',
    label: '提交',
    from: 'draft',
    fromLabel: '草稿',
    to: 'submitted',
    toLabel: '已提交',
    actorName: '张三',
    onBehalfOfName: null,
    opinion: null,
    at: '2026-03-01T01:00:00.000Z',
  },
  {
    id: '2',
    transition: 'return',
    label: '退回',
    from: 'submitted',
    fromLabel: '已提交',
    to: 'returned',
    toLabel: '已退回',
    actorName: '李四',
    onBehalfOfName: '王五',
    opinion: '缺少门牌号',
    at: '2026-03-02T01:00:00.000Z',
  },
];
const inView = { view: { inputArgs: { collectionName: 'hxErrands', filterByTk: 7 } } };

function show(Block: BlockClass, answers: Answers, over: object = inView) {
  const api = fakeApi({
    'hxProcesses:get': () => ({ data: PROCESS }),
    'hxErrands:history/7': () => ({ data: HISTORY }),
    ...answers,
  });
  const model = new Block({ context: recordContext({ api, ...over }) });
  render(model.render());
  return api;
}
const stepClass = (title: string) => screen.getByText(title).closest('.ant-steps-item')?.className;

it('marks the step the record is at', async () => {
  show(HxProcessStepsBlockModel, { 'hxErrands:get': () => ({ data: { state: 'submitted' } }) });
  await screen.findByText('已接收');
  expect(stepClass('草稿')).toContain('ant-steps-item-finish');
  expect(stepClass('已提交')).toContain('ant-steps-item-process');
  expect(stepClass('已接收')).toContain('ant-steps-item-wait');
  expect(screen.queryByText('已退回')).toBeNull();
});

it('says where a record off the main path is, since when and why', async () => {
  show(HxProcessStepsBlockModel, { 'hxErrands:get': () => ({ data: { state: 'returned' } }) });
  expect(await screen.findByRole('alert')).toHaveTextContent(/已退回李四于2026-03-02.*原因：缺少门牌号/);
  expect(stepClass('已提交')).toContain('ant-steps-item-error');
});

it('reads again after a transition of this record', async () => {
  let state = 'submitted';
  show(HxProcessStepsBlockModel, { 'hxErrands:get': () => ({ data: { state } }) });
  await screen.findByText('已接收');
  state = 'accepted';
  act(() => announceMoved({ collection: 'hxErrands', key: 8 }));
  expect(stepClass('已接收')).toContain('ant-steps-item-wait');
  act(() => announceMoved({ collection: 'hxErrands', key: '7' }));
  await screen.findByText('已接收');
  await waitFor(() => expect(stepClass('已接收')).toContain('ant-steps-item-finish'));
});

it('puts the steps under each other on a phone', async () => {
  show(
    HxProcessStepsBlockModel,
    { 'hxErrands:get': () => ({ data: { state: 'draft' } }) },
    { ...inView, isMobileLayout: true },
  );
  expect((await screen.findByText('草稿')).closest('.ant-steps')).toHaveClass('ant-steps-vertical');
});

it('lists who did what, the latest first', async () => {
  show(HxHistoryBlockModel, {});
  await screen.findByText('退回');
  const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
  expect(lines[0]).toMatch(/退回 李四（代王五）.*已提交 → 已退回意见：缺少门牌号/);
  expect(lines[1]).toMatch(/提交 张三.*草稿 → 已提交/);
});

it('says why the history cannot be read', async () => {
  show(HxHistoryBlockModel, {
    'hxErrands:history/7': () => refusal(404, { code: 'RECORD_NOT_FOUND', message: '没有找到这条记录' }),
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('没有找到这条记录');
});

it('reads the target of a relation when the popup was opened over one', async () => {
  const view = { inputArgs: { collectionName: 'hxUnits', associationName: 'hxUnits.errands', filterByTk: 7 } };
  const dataSourceManager = { getCollection: () => ({ getField: () => ({ target: 'hxErrands' }) }) };
  const api = show(HxHistoryBlockModel, {}, { view, dataSourceManager });
  await screen.findByText('退回');
  expect(api.to('hxErrands:history/7')).toHaveLength(1);
});

it('explains itself outside of a record', () => {
  show(HxHistoryBlockModel, {}, { view: { inputArgs: {} } });
  expect(screen.getByText('放在一条记录的弹窗里使用')).toBeInTheDocument();
});
