import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { type Timeline } from '../../shared/contract';
import { COLLECTION } from '@test/client/foundation-host';
import { openPendingReview } from '../decide/record-handler';
import { Delegations } from '../delegation/Delegations';
import { translator } from '../locale';
import { modelNamed, type ShownModel } from '@test/client/declared';
import { MODELS } from '../models';
import { HxSupervisionBlockModel } from '../models/HxSupervisionBlockModel';

let HxReviewTimelineBlockModel: new (options: object) => ShownModel;
beforeAll(async () => {
  HxReviewTimelineBlockModel = await modelNamed(MODELS, 'HxReviewTimelineBlockModel');
});
import { host, named, openTask, show, task, type Answers } from './support/review';

interface Rendered {
  renderComponent(): React.ReactNode;
  dispatchEvent(name: string): Promise<void>;
}
const button = (name: string) => screen.findByRole('button', { name: named(name) });

async function block(Model: unknown, answers: Answers, over: Record<string, unknown> = {}, settings: object = {}) {
  const { api, context } = host(answers, over);
  const model = new (Model as new (options: object) => Rendered)({ context, stepParams: settings });
  await model.dispatchEvent('beforeRender');
  show(context, model.renderComponent());
  return { api, context };
}

describe('timeline', () => {
  const timeline: Timeline = {
    entries: [
      {
        kind: 'transition',
        title: '提交',
        who: '张三',
        onBehalfOf: null,
        opinion: null,
        at: '2026-03-01T01:00:00.000Z',
        waitingMinutes: null,
        state: null,
        stateLabel: '已提交',
      },
      {
        kind: 'review',
        title: '单位确认',
        who: '李四',
        onBehalfOf: '王五',
        opinion: '属实',
        at: '2026-03-02T01:00:00.000Z',
        waitingMinutes: 90,
        state: 'approved',
        stateLabel: '已通过',
      },
    ],
    current: [{ stepTitle: '社区审核', with: ['赵六'], since: '2026-03-02T01:00:00.000Z', dueAt: null, overdue: true }],
    next: ['街道复核'],
  };
  const inView = { view: { inputArgs: { collectionName: 'hxErrands', filterByTk: 7 } } };
  const answers = (canWithdraw: boolean): Answers => ({
    'hxReviewTasks:timeline': () => ({ data: timeline }),
    'hxReviewTasks:pendingOf': () => ({ data: { task: null, current: [], canWithdraw } }),
    'hxReviewTasks:withdraw': () => ({ data: { withdrawn: 1 } }),
  });

  it('says what comes next, with whom it is, and what has happened, the latest first', async () => {
    await block(HxReviewTimelineBlockModel, answers(false), inView);
    await screen.findByText('社区审核');
    const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
    expect(lines[0]).toContain('之后：街道复核');
    expect(lines[1]).toMatch(/社区审核 赵六 已超期/);
    expect(lines[2]).toMatch(/单位确认 李四（代王五） 已通过.*用时 1.5 小时.*意见：属实/);
    expect(lines[3]).toMatch(/提交 张三/);
    expect(screen.queryByRole('button', { name: named('撤回申请') })).toBeNull();
  });

  it('lets the applicant take it back while nobody has decided', async () => {
    const { api } = await block(HxReviewTimelineBlockModel, answers(true), inView);
    await userEvent.click(await button('撤回申请'));
    await userEvent.click(await button('撤回'));
    await waitFor(() =>
      expect(api.to('hxReviewTasks:withdraw')[0]?.data).toEqual({ collection: 'hxErrands', recordId: '7' }),
    );
  });
});

describe('supervision', () => {
  const overdue = { ...task({ overdue: true }), canUrge: true };
  const urged = { ...task({ id: '52', recordTitle: '李四', urgedAt: '2026-03-04T02:00:00.000Z' }), canUrge: false };
  const answers: Answers = {
    'hxReviewTasks:supervisionFigures': () => ({
      data: {
        pending: 2,
        overdue: 1,
        steps: [
          {
            processKey: 'errand',
            collectionName: 'hxErrands',
            stepTitle: '社区审核',
            pending: 2,
            overdue: 1,
            decided: 9,
            averageMinutes: 90,
            p90Minutes: 240,
          },
        ],
      },
    }),
    'hxReviewTasks:supervisionExport': () => new Blob(['x']) as unknown as { data: unknown },
    'hxReviewTasks:supervision': () => ({
      data: [overdue, urged],
      meta: { count: 2, page: 1, pageSize: 20, totalPage: 1 },
    }),
    'hxReviewTasks:urge/51': () => ({ data: { urgedAt: '2026-03-05T02:00:00.000Z' } }),
  };

  it('shows what waits where, and how long each step takes in working time', async () => {
    await block(HxSupervisionBlockModel, answers);
    expect(await screen.findByText('4 小时')).toBeInTheDocument();
    expect(screen.getAllByText('1.5 小时')).toHaveLength(3);
    expect(screen.getByText('跑腿')).toBeInTheDocument();
  });

  it('urges once a day per task', async () => {
    const { api, context } = await block(HxSupervisionBlockModel, answers);
    expect(await screen.findByRole('button', { name: '催办李四' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: '催办张三' }));
    await waitFor(() => expect(context.message.success).toHaveBeenCalledWith('已催办'));
    expect(api.to('hxReviewTasks:urge/51')).toHaveLength(1);
  });

  it('asks only for what is overdue when told to', async () => {
    const { api } = await block(HxSupervisionBlockModel, answers);
    await userEvent.click(await screen.findByText('只看超期'));
    await waitFor(() => expect(api.to('hxReviewTasks:supervision').at(-1)?.params).toMatchObject({ overdue: true }));
    expect(api.to('hxReviewTasks:supervisionFigures').at(-1)?.params).toEqual({ overdue: true });
  });

  it('names the holders unless its settings say otherwise', async () => {
    const show = { supervisionSettings: { show: { showHolders: false, showFigures: false, pageSize: 10 } } };
    await block(HxSupervisionBlockModel, answers, {}, show);
    expect(await screen.findByText('李四')).toBeInTheDocument();
    expect(screen.queryByText('王书记')).toBeNull();
    expect(screen.queryByText('九成在此时间内')).toBeNull();
  });
});

describe('办理 on a record', () => {
  const record = { collection: COLLECTION, key: 7, values: {} };
  const options = { title: '办理', openTransitions: jest.fn(async () => undefined) };

  it('opens the review that waits for the user, and leads on to the other actions', async () => {
    const { context } = host({
      'hxReviewTasks:pendingOf': () => ({ data: { task: task(), current: [], canWithdraw: false } }),
      'hxReviewTasks:open/51': () => ({ data: openTask() }),
    });
    const closed = (await openPendingReview(context, record, options))?.();
    await userEvent.click(await button('这条记录的其他操作'));
    await closed;
    expect(options.openTransitions).toHaveBeenCalledTimes(1);
  });

  it('leaves the record to the transitions when no review waits for the user', async () => {
    const { context } = host({
      'hxReviewTasks:pendingOf': () => ({ data: { task: null, current: [], canWithdraw: false } }),
    });
    await expect(openPendingReview(context, record, options)).resolves.toBeUndefined();
  });
});

describe('deputies', () => {
  const LIST = 'hxReviewDelegations:mine';
  const [me, other] = [
    { id: 3, nickname: '王书记' },
    { id: 12, nickname: '赵六' },
  ];
  const row = { id: '1', user: me, deputy: other, processes: [], reason: null, state: 'active' };

  it('lists those given and received, and revokes an own one that is in force', async () => {
    const rows = [
      { ...row, startsOn: '2000-01-01', endsOn: null },
      { ...row, id: '2', startsOn: '2000-01-01', endsOn: '2000-02-01' },
      { ...row, id: '3', user: other, deputy: me, startsOn: '2000-01-01', endsOn: '2999-01-01' },
    ];
    const { api, context } = host({
      [LIST]: () => ({ data: rows }),
      'hxReviewDelegations:revoke/1': () => ({ data: {} }),
    });
    show(context, <Delegations context={context} t={translator(context)} touch={false} />);
    expect(await screen.findByText('我代赵六办理')).toBeInTheDocument();
    expect(screen.getAllByText('由赵六代我办理')).toHaveLength(2);
    expect(screen.getByText('已结束')).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: named('撤销') })).toHaveLength(1);
    await userEvent.click(await button('撤销'));
    await userEvent.click(screen.getAllByRole('button', { name: named('撤销') })[1]);
    await waitFor(() => expect(api.to('hxReviewDelegations:revoke/1')).toHaveLength(1));
  });

  it('names one only when all is filled in', async () => {
    const { api, context } = host({
      [LIST]: () => ({ data: [] }),
      'hxReviewDelegations:candidates': () => ({ data: [] }),
    });
    show(context, <Delegations context={context} t={translator(context)} touch={false} />);
    await userEvent.click(await button('新增委托'));
    await userEvent.click(await button('保存委托'));
    expect(await screen.findAllByText('请填写')).toHaveLength(2);
    expect(api.to('hxReviewDelegations:declare')).toHaveLength(0);
  });
});
