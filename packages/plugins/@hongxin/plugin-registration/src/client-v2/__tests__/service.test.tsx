import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { inTools } from '@test/client/in-tools';
import type { Opening } from '../../shared/service';
import { MyHours } from '../service/MyHours';
import { NeedMatches } from '../service/NeedMatches';
import { OpenPosts } from '../service/OpenPosts';
import { VerifyRecords } from '../service/VerifyRecords';
import { refusal, hostWith } from './support/tools';

// The host's module; the foundation's sign-in page uses it, these components do not.
jest.mock(
  'react-router-dom',
  () => {
    const location = { pathname: '/admin/records', search: '' };
    return { useLocation: () => location, useNavigate: () => () => undefined };
  },
  { virtual: true },
);

const OPENING: Opening = {
  kind: 'post',
  id: '7',
  title: '楼道清扫',
  serviceClass: '社区治理',
  description: '清扫3号楼',
  community: '锦里社区',
  location: '党群服务站',
  startsAt: '2026-11-28T01:00:00.000Z',
  endsAt: '2026-11-28T03:00:00.000Z',
  claimBy: '2026-11-27T10:00:00.000Z',
  headCount: 20,
  left: 3,
  near: 'community',
  isClaimed: false,
};
const FAR: Opening = { ...OPENING, id: '8', title: '义诊', serviceClass: '健康医疗', near: 'city', left: 0 };

describe('open posts', () => {
  it('say what, when, where and how many places are left, and are claimed after a question', async () => {
    const { host, requests, done } = hostWith({ 'hxService:openings': { isOnRoll: true, openings: [OPENING, FAR] } });
    render(inTools(host, <OpenPosts />));
    await screen.findByText('楼道清扫');
    expect(screen.getByText(/剩余 3 \/ 20 个名额/)).toBeInTheDocument();
    expect(screen.getAllByText('锦里社区 · 党群服务站')).toHaveLength(2);
    expect(screen.getByRole('button', { name: /^已\s?满$/ })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: /^认\s?领$/ }));
    expect(requests.some(({ url }) => url === 'hxClaims:create')).toBe(false);
    await userEvent.click(await screen.findByRole('button', { name: '确认认领' }));
    await waitFor(() => expect(done).toHaveBeenCalledWith('认领成功，请按时到场。'));
    expect(requests.find(({ url }) => url === 'hxClaims:create')).toMatchObject({
      method: 'post',
      data: { postId: '7' },
    });
  });

  it('tell why a claim was refused, and read the places anew', async () => {
    const { host, requests } = hostWith({
      'hxService:openings': { isOnRoll: true, openings: [OPENING] },
      'hxClaims:create': refusal('PLACES_TAKEN', '名额共20个，还剩0个'),
    });
    render(inTools(host, <OpenPosts />));
    await userEvent.click(await screen.findByRole('button', { name: /^认\s?领$/ }));
    await userEvent.click(await screen.findByRole('button', { name: '确认认领' }));
    expect(await screen.findByText('名额共20个，还剩0个')).toBeInTheDocument();
    expect(requests.filter(({ url }) => url === 'hxService:openings')).toHaveLength(2);
  });

  it('are narrowed down to what is near', async () => {
    const { host } = hostWith({ 'hxService:openings': { isOnRoll: true, openings: [OPENING, FAR] } });
    render(inTools(host, <OpenPosts />));
    await screen.findByText('义诊');
    await userEvent.click(screen.getByText('本社区'));
    expect(screen.queryByText('义诊')).toBeNull();
    expect(screen.getByText('楼道清扫')).toBeInTheDocument();
  });

  it('wait for the registration of who is on no roll', async () => {
    const { host } = hostWith({ 'hxService:openings': { isOnRoll: false, openings: [OPENING] } });
    render(inTools(host, <OpenPosts />));
    expect(await screen.findByRole('alert')).toHaveTextContent('完成党员报到');
    expect(screen.getByRole('button', { name: /^认\s?领$/ })).toBeDisabled();
  });
});

it('my hours say what was taken back of an earlier year, and never stand below nothing', async () => {
  const hours = { year: 2027, verified: -180, times: 0, pending: 0, classes: [] };
  const takenBack = [{ year: 2026, minutes: -180 }];
  const { host } = hostWith({
    'hxService:myHours': { ...hours, takenBack, target: { minutes: 600, times: 4, claims: 4 } },
  });
  render(inTools(host, <MyHours />));
  expect(await screen.findByText(/2026年已认定的3小时在本年冲销/)).toBeInTheDocument();
  expect(document.body).not.toHaveTextContent('-3');
});

it('my hours are shown by class, in hours', async () => {
  const hours = {
    year: 2026,
    verified: 150,
    times: 2,
    pending: 60,
    classes: [{ title: '社区治理', minutes: 150 }],
    takenBack: [],
  };
  const target = { minutes: 600, times: 4, claims: 4 };
  const { host } = hostWith({ 'hxService:myHours': { ...hours, target } });
  render(inTools(host, <MyHours />));
  expect(await screen.findByText('2026年服务时长')).toBeInTheDocument();
  expect(screen.getByText('社区治理 2小时30分钟')).toBeInTheDocument();
  expect(screen.getByText('目标 10 小时、4 次')).toBeInTheDocument();
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
});

it('proposals say why, kind by kind', async () => {
  const resource = {
    id: '1',
    title: '律师团队',
    note: '市司法部门',
    score: 81,
    reasons: ['服务类别相同：法律援助', '同一社区'],
  };
  const { host, requests } = hostWith({ 'hxNeeds:matches': { resources: [resource], posts: [], members: [] } });
  render(inTools(host, <NeedMatches needId={5} />));
  expect(await screen.findByText('律师团队')).toBeInTheDocument();
  expect(screen.getByText('服务类别相同：法律援助')).toBeInTheDocument();
  expect(requests[0].url).toBe('hxNeeds:matches/5');
  await userEvent.click(screen.getByRole('tab', { name: '在职党员 0' }));
  expect(await screen.findByText('没有合适的，可以放宽类别或特长后再看。')).toBeInTheDocument();
});

describe('those proposed', () => {
  const row = { score: 81, reasons: [], note: null };
  const member = (id: string, title: string, invitation: string | null) => ({ ...row, id, title, invitation });
  const matches = (...members: object[]) => ({
    resources: [],
    posts: [{ ...row, id: '8', title: '岗位', invitation: null }],
    members,
  });
  const inviting = async (answer: unknown) => {
    const host = hostWith({
      'hxNeeds:matches': matches(
        member('4', '张三', 'open'),
        member('5', '李四', 'sent'),
        member('6', '王五', 'unreachable'),
      ),
      'hxNeeds:invite/5': answer,
    });
    render(inTools(host.host, <NeedMatches needId={5} />));
    await userEvent.click(await screen.findByRole('tab', { name: '在职党员 3' }));
    await userEvent.click(await screen.findByRole('button', { name: '邀请张三' }));
    expect(host.requests.some(({ url }) => url.startsWith('hxNeeds:invite'))).toBe(false);
    await userEvent.click(await screen.findByRole('button', { name: /^邀\s?请$/ }));
    return host;
  };

  it('are invited after a question, those who can be', async () => {
    const { requests, done } = await inviting({ isRepeated: false, isTold: true });
    await waitFor(() => expect(done).toHaveBeenCalledWith('已发出邀请'));
    expect(requests.find(({ url }) => url === 'hxNeeds:invite/5')?.data).toEqual({ kind: 'member', candidateId: '4' });
    expect(requests.filter(({ url }) => url === 'hxNeeds:matches/5')).toHaveLength(2);
    expect(screen.getByText('已邀请')).toBeInTheDocument();
    expect(screen.getByText('没有账号')).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /^邀请./ })).toHaveLength(1);
  });

  it('are not invited twice, which is said', async () => {
    const { done } = await inviting({ isRepeated: true, isTold: false });
    await waitFor(() => expect(done).toHaveBeenCalledWith('此前已邀请过，没有重复发送。'));
  });

  it('may have to be called, when no notice could be sent', async () => {
    const { warn } = await inviting({ isRepeated: false, isTold: false });
    await waitFor(() => expect(warn).toHaveBeenCalledWith('邀请已登记，但通知没有送达，请用其他方式联系。'));
  });

  it('are not invited when the server refuses, with its reason', async () => {
    const { done } = await inviting(refusal('INVITE_NEED_NOT_PUBLISHED', '需求不在已发布状态'));
    expect(await screen.findByText('需求不在已发布状态')).toBeInTheDocument();
    expect(done).not.toHaveBeenCalled();
  });
});

describe('hours to verify', () => {
  const record = (id: number, over = {}) => ({
    id,
    memberName: `党员${id}`,
    startsAt: '2026-11-21T01:00:00.000Z',
    endsAt: '2026-11-21T02:30:00.000Z',
    minutes: 90,
    content: '清扫',
    origin: 'supplement',
    post: { title: '楼道清扫' },
    area: { name: '锦里社区' },
    ...over,
  });

  it('are verified several at once', async () => {
    const { host, requests, done } = hostWith({
      'hxServiceRecords:list': [record(1), record(2, { origin: 'checkIn' })],
    });
    render(inTools(host, <VerifyRecords />));
    await screen.findByText('党员1');
    expect(screen.getByText('补录')).toBeInTheDocument();
    expect(screen.getByText('签到')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /^全\s?选$/ }));
    await userEvent.click(screen.getByRole('button', { name: '认定所选（2）' }));
    await userEvent.click(await screen.findByRole('button', { name: /^认\s?定$/ }));
    await waitFor(() => expect(done).toHaveBeenCalledWith('已认定 2 条'));
    expect(requests.find(({ url }) => url === 'hxServiceRecords:verifyMany')?.data).toEqual({ ids: ['1', '2'] });
  });

  it('are verified with what those served said', async () => {
    const { host, requests, done } = hostWith({ 'hxServiceRecords:list': [record(1)] });
    render(inTools(host, <VerifyRecords />));
    await userEvent.click(await screen.findByRole('button', { name: /^全\s?选$/ }));
    await userEvent.click(screen.getByRole('button', { name: '认定所选（1）' }));
    await userEvent.click((await screen.findAllByRole('radio'))[3]);
    await userEvent.click(screen.getByRole('button', { name: /^认\s?定$/ }));
    await waitFor(() => expect(done).toHaveBeenCalledWith('已认定 1 条'));
    expect(requests.find(({ url }) => url === 'hxServiceRecords:verifyMany')?.data).toEqual({
      ids: ['1'],
      rating: '4',
    });
  });

  it('are refused one by one, with the reason', async () => {
    const { host, requests } = hostWith({ 'hxServiceRecords:list': [record(1)] });
    render(inTools(host, <VerifyRecords />));
    await userEvent.click(await screen.findByRole('button', { name: '不予认定' }));
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: '不予认定' });
    expect(confirm).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '未到场');
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(requests.find(({ url }) => url === 'hxServiceRecords:transition/1')?.data).toEqual({
        transition: 'refuse',
        opinion: '未到场',
      }),
    );
  });

  it('tell that there are none', async () => {
    const { host } = hostWith({ 'hxServiceRecords:list': [] });
    render(inTools(host, <VerifyRecords />));
    expect(await screen.findByText('没有待认定的服务记录')).toBeInTheDocument();
  });
});
