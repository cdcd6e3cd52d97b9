import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { createContext } from '@test/client/host/flow-engine';
import { modelNamed, type ShownModel } from '@test/client/declared';
import { MODELS } from '../models';

let HxMemberHomeBlockModel: new (options: object) => ShownModel;
beforeAll(async () => {
  HxMemberHomeBlockModel = await modelNamed(MODELS, 'HxMemberHomeBlockModel');
});

const NOTICE = {
  version: '2026-1',
  consent: { zh: '我同意', en: 'I consent' },
  text: { zh: '**告知书**', en: 'Notice' },
};
const START = {
  known: { personName: '王小明', phone: '13812341234', unit: { id: 5, name: '市图书馆' }, home: null },
  choices: { skills: [], serviceIntentions: [{ value: 'legalAid', label: '法律援助' }], availableTimes: [] },
  fields: [] as object[],
  notice: NOTICE,
};
const BUILDING = { id: 9, code: '1', name: '3号楼', level: 'building', path: '东莱街道 / 锦里社区 / 锦里7号小区' };

interface Call {
  url: string;
  data?: Record<string, unknown>;
  params?: Record<string, unknown>;
}

function show(answers: Record<string, unknown>) {
  const request = jest.fn(async ({ url }: Call) => {
    if (url.startsWith('hxProcesses')) return { data: { data: { states: [], transitions: [], mainPath: [] } } };
    const answer = answers[url] ?? answers[url.replace(/\/.*/, '')] ?? [];
    if (answer instanceof Error) throw answer;
    return { data: { data: answer } };
  });
  const t = (text: string, values: Record<string, unknown> = {}) =>
    text.replace(/{{(\w+)}}/g, (_match, name: string) => String(values[name]));
  const context = createContext({ t, api: { request }, user: { id: 3 }, i18n: { language: 'zh-CN' } });
  render(<>{new HxMemberHomeBlockModel({ context }).renderComponent()}</>);
  const sent = (part: string): Call[] =>
    request.mock.calls.map(([call]) => call).filter(({ url }) => url.includes(part));
  return { request, sent };
}
const next = () => userEvent.click(screen.getByRole('button', { name: '下一步' }));

it('asks one screen at a time, keeps each as a draft, and submits once', async () => {
  const { sent } = show({
    'hxMemberRegistrations:list': [],
    'hxMemberRegistrations:prefill': START,
    'hxMemberRegistrations:create': { id: 77 },
    'hxMemberRegistrations:update': [{ id: 77 }],
    'hxMemberRegistrations:homes': [BUILDING],
    'hxMemberRegistrations:transition': {},
  });
  // what is known is there already
  expect(await screen.findByDisplayValue('王小明')).toBeInTheDocument();
  expect(screen.getByText('第1步，共5步')).toBeInTheDocument();
  await next();
  expect(await screen.findByText('市图书馆')).toBeInTheDocument();
  expect(sent(':create')[0].data).toMatchObject({ personName: '王小明', unit: 5, homeArea: null });
  await next();
  await screen.findByRole('heading', { name: '居住地' });
  await next(); // nothing chosen yet
  expect(await screen.findByText('请选择居住楼栋')).toBeInTheDocument();
  await userEvent.click(await screen.findByText('3号楼'));
  await next();
  await userEvent.click(await screen.findByRole('checkbox', { name: '法律援助' }));
  await next();
  await screen.findByText('第5步，共5步');
  await userEvent.click(screen.getByRole('button', { name: '提交报到' }));
  expect(await screen.findByText('请阅读并同意告知书')).toBeInTheDocument();
  expect(sent(':transition')).toEqual([]);
  await userEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
  await userEvent.click(screen.getByRole('button', { name: '提交报到' }));
  await waitFor(() => expect(sent(':transition/77')).toHaveLength(1));
  expect(sent(':update').at(-1)?.data).toMatchObject({
    consentVersion: '2026-1',
    homeArea: 9,
    serviceIntentions: ['legalAid'],
  });
});

it('asks for what an administrator has added to the form, and shows it before it is submitted', async () => {
  const field = (name: string, title: string, kind: string | null, more: object = {}) => ({
    ...{ name, title, kind, required: false, choices: [] },
    ...more,
  });
  const choices = [
    { value: 'weekday', label: '工作日' },
    { value: 'weekend', label: '周末' },
  ];
  const { sent } = show({
    'hxMemberRegistrations:list': [{ id: 77, state: 'draft' }],
    'hxMemberRegistrations:prefill': {
      ...START,
      known: {
        ...START.known,
        home: { id: 9, name: '3号楼' },
        serviceIntentions: ['legalAid'],
        own: { since: '2001-07-01' },
      },
      fields: [
        field('emergencyContact', '紧急联系人', 'text', { required: true, description: '家人的姓名和电话' }),
        field('since', '入党时间', 'date'),
        field('days', '方便的日子', 'choices', { choices }),
        field('veteran', '退役军人', 'switch'),
        field('photo', '照片', null, { required: true }),
      ],
    },
    'hxMemberRegistrations:update': [{ id: 77 }],
    'hxMemberRegistrations:homes': [BUILDING],
    'hxMemberRegistrations:transition': {},
  });
  for (const step of [1, 2, 3, 4]) {
    await screen.findByText(`第${step}步，共6步`);
    if (step === 4) expect(screen.getByRole('checkbox', { name: '法律援助' })).toBeChecked(); // kept from the draft
    await next();
  }
  await screen.findByRole('heading', { name: '补充信息' });
  expect(screen.getByText('家人的姓名和电话')).toBeInTheDocument();
  expect(screen.getByLabelText('入党时间')).toHaveValue('2001-07-01');
  expect(screen.getByText(/“照片”请在“我的报到”中点“修改”填写/)).toBeInTheDocument();
  await next();
  expect(await screen.findByText('请填写紧急联系人')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('紧急联系人'), '李秀英');
  await userEvent.click(screen.getByRole('checkbox', { name: '周末' }));
  await userEvent.click(screen.getByRole('switch', { name: '退役军人' }));
  await next();
  await screen.findByText('第6步，共6步');
  expect(screen.getByRole('table')).toHaveTextContent(/紧急联系人李秀英入党时间2001-07-01方便的日子周末退役军人是/);
  await userEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
  await userEvent.click(screen.getByRole('button', { name: '提交报到' }));
  await waitFor(() => expect(sent(':transition/77')).toHaveLength(1));
  expect(sent(':update').at(-1)?.data).toMatchObject({
    ...{ personName: '王小明', emergencyContact: '李秀英', since: '2001-07-01', days: ['weekend'], veteran: true },
    serviceIntentions: ['legalAid'],
  });
});

it('goes back to the screen the server objects to, with its reason', async () => {
  const refused = Object.assign(new Error('x'), {
    response: { status: 400, data: { errors: [{ code: 'PHONE_INVALID', field: 'phone', message: '电话号码无效' }] } },
  });
  const known = { ...START.known, home: { id: 9, name: '3号楼' } };
  show({
    'hxMemberRegistrations:list': [{ id: 77, state: 'returned' }],
    'hxMemberRegistrations:prefill': { ...START, known },
    'hxMemberRegistrations:update': [{ id: 77 }],
    'hxMemberRegistrations:homes': [BUILDING],
    'hxMemberRegistrations:transition': refused,
  });
  expect(await screen.findByText('报到被退回，请修改后再提交')).toBeInTheDocument();
  for (const step of [2, 3, 4, 5]) {
    await next();
    await screen.findByText(`第${step}步，共5步`);
  }
  await userEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
  await userEvent.click(screen.getByRole('button', { name: '提交报到' }));
  expect(await screen.findByText('电话号码无效')).toBeInTheDocument();
  expect(screen.getByText('第1步，共5步')).toBeInTheDocument();
});

it('shows registration, service and feedback of who is on a roll', async () => {
  show({
    'hxMemberRegistrations:list': [
      { id: 7, state: 'onRoll', personName: '王小明', receiptNumber: 'HZ-1', receiptToken: 'x' },
    ],
    'hxService:myHours': { verified: 62, claims: { made: 2, served: 1 }, takenBack: [] },
    'hxYearFeedbacks:list': [{ id: 1, year: 2025, grade: 'good', communityComment: '热心公益' }],
  });
  expect(await screen.findByRole('article', { name: '在职党员到社区报到回执' })).toBeInTheDocument();
  const service = (await screen.findByText('我的服务（本年）')).closest('.ant-card') as HTMLElement;
  expect(service).toHaveTextContent(/认领2.*办结认领1.*认定时长1小时2分钟/);
  expect(await screen.findByText('热心公益')).toBeInTheDocument();
  expect(screen.getByText('良好')).toBeInTheDocument();
});

it('never shows hours below nothing, and says what was taken back', async () => {
  show({
    'hxMemberRegistrations:list': [{ id: 7, state: 'onRoll', receiptNumber: 'HZ-1' }],
    'hxService:myHours': {
      verified: -60,
      claims: { made: 1, served: 1 },
      takenBack: [{ year: 2025, minutes: -180 }],
    },
  });
  const service = (await screen.findByText('我的服务（本年）')).closest('.ant-card') as HTMLElement;
  expect(service).toHaveTextContent(/认定时长0小时.*2025年已认定的3小时在本年冲销.*还差1小时才够扣除/);
  expect(service).not.toHaveTextContent('-');
});

it('leaves service out where it is not installed', async () => {
  const missing = Object.assign(new Error('x'), { response: { status: 404 } });
  show({
    'hxMemberRegistrations:list': [{ id: 7, state: 'onRoll', receiptNumber: 'HZ-1' }],
    'hxService:myHours': missing,
  });
  expect(await screen.findByText('我的年度反馈')).toBeInTheDocument();
  expect(screen.queryByText('我的服务（本年）')).toBeNull();
});
