import { DEFAULT_FEEDBACK_RUBRIC, yearFeedback } from '@hongxin/rules/registration';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import React from 'react';
import { createContext } from '@test/client/host/flow-engine';
import { modelNamed, type ShownModel } from '@test/client/declared';
import { MODELS } from '../models';

let HxFeedbackExplanationBlockModel: new (options: object) => ShownModel;
let HxFeedbackYearBlockModel: new (options: object) => ShownModel;
beforeAll(async () => {
  HxFeedbackExplanationBlockModel = await modelNamed(MODELS, 'HxFeedbackExplanationBlockModel');
  HxFeedbackYearBlockModel = await modelNamed(MODELS, 'HxFeedbackYearBlockModel');
});

const t = (text: string, values: Record<string, unknown> = {}) =>
  text.replace(/{{(\w+)}}/g, (_match, name: string) => String(values[name]));
const PROCESS = {
  states: [
    { name: 'commented', label: { zh: '待单位签收', en: 'Commented' } },
    { name: 'signed', label: { zh: '单位已签收', en: 'Signed' } },
  ],
};

function show(Model: new (options: object) => ShownModel, answers: Record<string, unknown>, over: object = {}) {
  const request = jest.fn(async ({ url }: { url: string; data?: unknown }) => {
    const answer = url.startsWith('hxProcesses') ? PROCESS : answers[url.replace('hxYearFeedbacks:', '')];
    if (answer instanceof Error) throw answer;
    return { data: { data: answer } };
  });
  const context = createContext({ t, api: { request }, i18n: { language: 'zh-CN' }, ...over });
  const model = new Model({ context });
  render(<App>{model.renderComponent()}</App>);
  return request;
}
const summary = {
  year: 2025,
  counts: { commented: 12, signed: 0 },
  may: { make: false, steps: [{ name: 'sign', count: 12 }] },
};

it('lets a liaison sign all of a year after being told how many', async () => {
  const request = show(HxFeedbackYearBlockModel, { summary, performAll: { performed: 12 } });
  expect(await screen.findByText('待单位签收 12')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '生成年度反馈' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '全部签收（12）' }));
  await userEvent.click(await screen.findByRole('button', { name: /确\s?定/ }));
  expect(await screen.findByText('已办理12份')).toBeInTheDocument();
  expect(request.mock.calls.map(([call]) => call).find(({ url }) => url.endsWith('performAll'))?.data).toEqual({
    year: new Date().getFullYear() - 1,
    transition: 'sign',
  });
});

it('says why a year cannot be made yet', async () => {
  const refused = Object.assign(new Error('x'), {
    response: { status: 400, data: { errors: [{ code: 'FEEDBACK_YEAR_NOT_ENDED', message: '2026年尚未结束' }] } },
  });
  show(HxFeedbackYearBlockModel, {
    summary: { ...summary, counts: {}, may: { make: true, steps: [{ name: 'issue', count: 0 }] } },
    make: refused,
  });
  await userEvent.click(await screen.findByRole('button', { name: '生成年度反馈' }));
  expect(await screen.findByText('2026年尚未结束')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '全部反馈（0）' })).toBeDisabled();
});

it('comments on many at once, with what the community says of them', async () => {
  const may = { make: false, steps: [{ name: 'comment', count: 40 }] };
  const request = show(HxFeedbackYearBlockModel, { summary: { ...summary, may }, performAll: { performed: 40 } });
  await userEvent.click(await screen.findByRole('button', { name: '统一评议（40）' }));
  const confirm = await screen.findByRole('button', { name: /确\s?定/ });
  await userEvent.click(confirm);
  expect(await screen.findByText('请填写社区评语')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('社区评议得分'), '18');
  await userEvent.type(screen.getByLabelText('社区评语'), '热心公益');
  await userEvent.click(confirm);
  expect(await screen.findByText('已办理40份')).toBeInTheDocument();
  expect(request.mock.calls.map(([call]) => call).find(({ url }) => url.endsWith('performAll'))?.data).toMatchObject({
    transition: 'comment',
    values: { communityPoints: 18, bonusPoints: 0, communityComment: '热心公益' },
  });
});

it('signs for units without liaison after being told how they were heard', async () => {
  const may = { make: false, steps: [{ name: 'signFor', count: 3 }] };
  const request = show(HxFeedbackYearBlockModel, { summary: { ...summary, may }, performAll: { performed: 3 } });
  await userEvent.click(await screen.findByRole('button', { name: '代无联络员单位签收（3）' }));
  await userEvent.type(await screen.findByLabelText('怎样征求了单位意见'), '单位党组织书面确认');
  await userEvent.click(await screen.findByRole('button', { name: /确\s?定/ }));
  expect(await screen.findByText('已办理3份')).toBeInTheDocument();
  expect(request.mock.calls.map(([call]) => call).find(({ url }) => url.endsWith('performAll'))?.data).toMatchObject({
    transition: 'signFor',
    opinion: '单位党组织书面确认',
  });
});

it('issues those that are due, after saying whose hours still wait, and names the rest', async () => {
  const pending = { count: 1, names: [{ name: '王泽睿', minutes: 126 }] };
  const issue = { name: 'issue', count: 6, notYet: { count: 137, from: '2027-01-20' }, pending };
  const left = {
    count: 137,
    reasons: [{ code: 'FEEDBACK_OBJECTION_OPEN', message: '2027-01-20起才能正式反馈（137条：张三、李四等）' }],
  };
  const request = show(HxFeedbackYearBlockModel, {
    summary: { ...summary, may: { make: false, steps: [issue] } },
    performAll: { performed: 6, left },
  });
  expect(await screen.findByText('137份尚在异议期内，最早2027-01-20起可以反馈')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '全部反馈（6）' }));
  expect(await screen.findByText('王泽睿（2小时6分钟）')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('checkbox', { name: '已知晓，这些也一并反馈' }));
  await userEvent.click(screen.getByRole('button', { name: /确\s?定/ }));
  expect(await screen.findByText('已办理6份')).toBeInTheDocument();
  expect(screen.getByText('还有137份没有办理')).toBeInTheDocument();
  expect(screen.getByText(/张三、李四等/)).toBeInTheDocument();
  expect(request.mock.calls.map(([call]) => call).find(({ url }) => url.endsWith('performAll'))?.data).toEqual({
    year: new Date().getFullYear() - 1,
    transition: 'issue',
    confirmPending: true,
  });
});

it('leaves those whose hours wait unless they are ticked', async () => {
  const pending = { count: 1, names: [{ name: '王泽睿', minutes: 120 }] };
  const may = { make: false, steps: [{ name: 'issue', count: 6, pending }] };
  const request = show(HxFeedbackYearBlockModel, { summary: { ...summary, may }, performAll: { performed: 5 } });
  await userEvent.click(await screen.findByRole('button', { name: '全部反馈（6）' }));
  await userEvent.click(await screen.findByRole('button', { name: /确\s?定/ }));
  await screen.findByText('已办理5份');
  expect(
    request.mock.calls.map(([call]) => call).find(({ url }) => url.endsWith('performAll'))?.data,
  ).not.toHaveProperty('confirmPending');
});

it('says why a year that was falsified, or spent on leave, does not count what its items say', async () => {
  const facts = {
    ...{ isOnRoll: true, checkedInMinutes: 180, supplementedMinutes: 0, reversedMinutes: 0, times: 2, claimsServed: 1 },
    ...{ ratingSum: 5, ratingCount: 1, communityPoints: 12, bonusPoints: 5 },
  };
  const view = { inputArgs: { collectionName: 'hxYearFeedbacks', filterByTk: 7 } };
  const year = (change: { isOnLeave: boolean; isFalsified: boolean }) => ({
    ...{ id: 7, year: 2025, state: 'commented' },
    ...yearFeedback({ ...facts, ...change }, DEFAULT_FEEDBACK_RUBRIC),
  });
  show(HxFeedbackExplanationBlockModel, { get: year({ isOnLeave: false, isFalsified: true }) }, { view });
  expect(await screen.findByText('时长造假')).toBeInTheDocument();
  expect(screen.getByText('社区查实服务时长造假，本年度计0分，以上各项不计入得分')).toBeInTheDocument();
  show(HxFeedbackExplanationBlockModel, { get: year({ isOnLeave: true, isFalsified: false }) }, { view });
  expect(await screen.findByText('请假免评')).toBeInTheDocument();
  expect(screen.getByText(/本年度请假，免予评定/)).toBeInTheDocument();
});

it('explains every figure of a year', async () => {
  const facts = {
    isOnRoll: true,
    checkedInMinutes: 480,
    supplementedMinutes: 180,
    reversedMinutes: 0,
    times: 2,
    claimsServed: 1,
    ratingSum: 9,
    ratingCount: 2,
    communityPoints: 18,
    bonusPoints: 2,
    isOnLeave: false,
    isFalsified: false,
  };
  const result = yearFeedback(facts, DEFAULT_FEEDBACK_RUBRIC);
  const view = { inputArgs: { collectionName: 'hxYearFeedbacks', filterByTk: 7 } };
  show(HxFeedbackExplanationBlockModel, { get: { id: 7, year: 2025, ...result } }, { view });
  expect(await screen.findByText('经认定11小时（签到8小时，补录3小时），目标20小时')).toBeInTheDocument();
  expect(screen.getByText('16.5 / 30')).toBeInTheDocument();
  expect(screen.getByText(/63.7分.*合格/)).toBeInTheDocument();
});

describe('sheets', () => {
  const figures = yearFeedback(
    {
      ...{ isOnRoll: true, checkedInMinutes: 600, supplementedMinutes: 0, reversedMinutes: 0, times: 4 },
      ...{ claimsServed: 2, ratingSum: 9, ratingCount: 2, communityPoints: 18, bonusPoints: 0 },
      ...{ isOnLeave: false, isFalsified: false },
    },
    DEFAULT_FEEDBACK_RUBRIC,
  ).figures;
  const issued = {
    ...{ id: 7, year: 2025, state: 'issued', subject: 'member', subjectName: '王小明', total: 88.5, grade: 'good' },
    ...{ hours: 10, times: 4, claimsServed: 2, communityComment: '热心公益', unitOpinion: '同意', figures },
    ...{ signature: '李文静', signedAt: '2026-01-05T02:00:00.000Z', issuedAt: '2026-01-20T02:00:00.000Z' },
    ...{ issuedTo: '市图书馆党支部', unit: { name: '市图书馆' }, area: { name: '锦里社区' } },
  };
  const printed = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('body > .hx-print > article')];
  let print: jest.SpyInstance;
  beforeEach(() => {
    print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
  });
  afterEach(() => print.mockRestore());

  it('prints what was issued, on one sheet, to whom it goes', async () => {
    show(
      HxFeedbackExplanationBlockModel,
      { get: issued },
      { view: { inputArgs: { collectionName: 'hxYearFeedbacks', filterByTk: 7 } } },
    );
    await userEvent.click(await screen.findByRole('button', { name: /打印反馈单/ }));
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
    const [sheet] = printed();
    expect(sheet).toHaveTextContent('2025年度在职党员双报到反馈单致 市图书馆党支部');
    expect(sheet).toHaveTextContent(
      /服务10小时、4次，办结认领2项.*88.5分 良好.*热心公益.*同意 签收：李文静 2026年1月5日/,
    );
    expect(sheet).toHaveTextContent(/服务时长.*锦里社区2026年1月20日/);
    window.dispatchEvent(new Event('afterprint'));
    await waitFor(() => expect(printed()).toEqual([]));
  });

  it('marks what the community signed for a unit without liaison, and says why a year counts nothing', async () => {
    const falsified = { ...issued, isSignedFor: true, isFalsified: true, minutes: 744, total: 0, grade: 'toImprove' };
    show(
      HxFeedbackExplanationBlockModel,
      { get: falsified },
      { view: { inputArgs: { collectionName: 'hxYearFeedbacks', filterByTk: 7 } } },
    );
    await userEvent.click(await screen.findByRole('button', { name: /打印反馈单/ }));
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
    const [sheet] = printed();
    expect(sheet).toHaveTextContent(/服务12小时24分钟、4次/);
    expect(sheet).toHaveTextContent(/社区代签：李文静 2026年1月5日/);
    expect(sheet).toHaveTextContent(/时长造假社区查实服务时长造假，本年度计0分，以上各项不计入得分0/);
    window.dispatchEvent(new Event('afterprint'));
    await waitFor(() => expect(printed()).toEqual([]));
  });

  it('has no sheet before it is issued', async () => {
    show(
      HxFeedbackExplanationBlockModel,
      { get: { ...issued, state: 'signed' } },
      { view: { inputArgs: { collectionName: 'hxYearFeedbacks', filterByTk: 7 } } },
    );
    expect(await screen.findByText('2025年计分说明')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /打印/ })).toBeNull();
  });

  it('prints all that a unit was told of a year', async () => {
    const list = [issued, { ...issued, id: 8, subjectName: '赵明远' }];
    const request = show(HxFeedbackYearBlockModel, { summary: { ...summary, counts: { issued: 2 } }, list });
    await userEvent.click(await screen.findByRole('button', { name: /打印反馈单（2）/ }));
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
    expect(printed().map((sheet) => sheet.getAttribute('aria-label'))).toEqual([
      '2025年度在职党员双报到反馈单 王小明',
      '2025年度在职党员双报到反馈单 赵明远',
    ]);
    const asked = request.mock.calls.map(([call]) => call).find(({ url }) => url.endsWith(':list')) as unknown as {
      params: { filter: object };
    };
    expect(asked.params.filter).toEqual({ year: new Date().getFullYear() - 1, state: 'issued' });
  });

  it('says why it cannot print', async () => {
    const failed = Object.assign(new Error('x'), {
      response: { status: 403, data: { errors: [{ code: 'NOT_PERMITTED', message: '您没有执行此操作的权限' }] } },
    });
    show(HxFeedbackYearBlockModel, { summary: { ...summary, counts: { issued: 2 } }, list: failed });
    await userEvent.click(await screen.findByRole('button', { name: /打印反馈单（2）/ }));
    expect(await screen.findByText('您没有执行此操作的权限')).toBeInTheDocument();
    expect(print).not.toHaveBeenCalled();
  });
});
