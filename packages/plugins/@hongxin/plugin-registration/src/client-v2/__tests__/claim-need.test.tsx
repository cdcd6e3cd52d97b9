import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import dayjs from 'dayjs';
import React from 'react';
import { inTools } from '@test/client/in-tools';
import type { ClaimableAnswer, ClaimableNeed } from '../../shared/claiming';
import type { Opening } from '../../shared/service';
import { ClaimNeed } from '../claiming/ClaimNeed';
import { modelNamed, type ShownModel } from '@test/client/declared';
import { MODELS } from '../models';
import { createContext } from '@test/client/host/flow-engine';
import { refusal, hostWith } from './support/tools';

let HxClaimNeedActionModel: new (options: object) => ShownModel;
beforeAll(async () => {
  HxClaimNeedActionModel = await modelNamed(MODELS, 'HxClaimNeedActionModel');
});

const DEADLINE = dayjs().add(20, 'day').format('YYYY-MM-DD');
const NEED: ClaimableNeed = {
  id: '5',
  number: 'XQ-2026-370681001-00001',
  title: '老人需要法律咨询',
  state: 'published',
  stateTitle: '已发布',
  serviceClass: '法律援助',
  description: '每周六上午',
  place: '锦里7号小区',
  peopleWanted: 2,
  wantedBy: DEADLINE,
};
const OPENING: Opening = {
  kind: 'post',
  id: '7',
  title: '上门咨询',
  serviceClass: '法律援助',
  description: null,
  community: '锦里社区',
  location: null,
  startsAt: '2026-11-28T01:00:00.000Z',
  endsAt: '2026-11-28T03:00:00.000Z',
  claimBy: null,
  headCount: 5,
  left: 3,
  near: 'community',
  isClaimed: false,
};
const UNIT = { id: '9', name: '市图书馆', resources: [{ id: '3', title: '阅览室' }] };
const FOR_MEMBER: ClaimableAnswer = { need: NEED, openings: [], isOnRoll: true, units: null, mayTakeOn: true };
const FOR_UNIT: ClaimableAnswer = { ...FOR_MEMBER, isOnRoll: false, units: [UNIT] };

function show(answer: ClaimableAnswer | Error, answers: Record<string, unknown> = {}) {
  const host = hostWith(Object.assign(answers, { 'hxNeeds:claimable/5': answer }));
  const [onClaimed, onTakenOn] = [jest.fn(), jest.fn()];
  render(inTools(host.host, <ClaimNeed needId={5} onClaimed={onClaimed} onTakenOn={onTakenOn} />));
  const sent = (url: string) => host.requests.filter((request) => request.url === url);
  return { ...host, onClaimed, onTakenOn, sent };
}
const claim = () => screen.findByRole('button', { name: '认领这项需求' });

describe('a unit', () => {
  const fill = async () => {
    await userEvent.type(await screen.findByLabelText('项目负责人'), '刘海燕');
    await userEvent.type(screen.getByLabelText('工作举措'), '送书上门');
  };

  it('takes on the need with a short form that says what is missing', async () => {
    const { sent, onTakenOn, done } = show(FOR_UNIT, { 'hxCoProjects:create': { id: 31 } });
    expect(await screen.findByText(/锦里7号小区 · 需要 2 人/)).toBeInTheDocument();
    await userEvent.click(await claim());
    expect(await screen.findByText('请填写项目负责人')).toBeInTheDocument();
    expect(sent('hxCoProjects:create')).toEqual([]);
    await fill();
    await userEvent.click(await claim());
    await waitFor(() => expect(onTakenOn).toHaveBeenCalledTimes(1));
    expect(sent('hxCoProjects:create')[0].data).toEqual({
      title: '老人需要法律咨询',
      needId: '5',
      unitId: '9',
      personInCharge: '刘海燕',
      measures: '送书上门',
      deadline: DEADLINE,
      headCount: 2,
    });
    expect(sent('hxCoProjects:transition/31')[0].data).toEqual({ transition: 'claim' });
    expect(done).toHaveBeenCalledWith('认领成功，社区同意后即可实施。');
  });

  it('is told why it was refused, and corrects the same draft', async () => {
    const answers: Record<string, unknown> = {
      'hxCoProjects:create': { id: 31 },
      'hxCoProjects:update': [{ id: 31 }],
      'hxCoProjects:transition/31': refusal('PROJECT_DEADLINE_PAST', '完成期限已过', 'deadline'),
    };
    const { sent, onTakenOn } = show(FOR_UNIT, answers);
    await fill();
    await userEvent.click(await claim());
    expect(await screen.findByText('完成期限已过')).toBeInTheDocument();
    expect(onTakenOn).not.toHaveBeenCalled();
    answers['hxCoProjects:transition/31'] = {};
    await waitFor(async () => expect(await claim()).toBeEnabled());
    await userEvent.click(await claim());
    await waitFor(() => expect(onTakenOn).toHaveBeenCalled());
    expect(sent('hxCoProjects:create')).toHaveLength(1);
    expect(sent('hxCoProjects:update')[0].params).toEqual({ filterByTk: '31' });
  });

  it('reads again when another unit was faster', async () => {
    const { sent } = show(FOR_UNIT, {
      'hxCoProjects:create': refusal('NEED_NOT_OPEN', '可能刚被其他单位认领', 'needId'),
    });
    await fill();
    await userEvent.click(await claim());
    expect(await screen.findByText('可能刚被其他单位认领')).toBeInTheDocument();
    expect(sent('hxNeeds:claimable/5')).toHaveLength(2);
  });

  it('sends several people to a post, never more than there is room for', async () => {
    const { sent, onClaimed } = show({ ...FOR_UNIT, mayTakeOn: false, openings: [OPENING] });
    const places = await screen.findByLabelText('派出人数');
    await userEvent.clear(places);
    await userEvent.type(places, '9');
    await userEvent.click(screen.getByRole('button', { name: /^认\s?领$/ }));
    await userEvent.click(await screen.findByRole('button', { name: '确认认领' }));
    await waitFor(() => expect(onClaimed).toHaveBeenCalled());
    expect(sent('hxClaims:create')[0].data).toEqual({ postId: '7', unitId: '9', places: 3 });
  });
});

describe('a member', () => {
  it('says when, and has the need', async () => {
    const { sent, onClaimed } = show(FOR_MEMBER);
    await userEvent.click(await claim());
    expect(await screen.findByText('请填写服务日期')).toBeInTheDocument();
    const day = dayjs().add(1, 'day').format('YYYY-MM-DD');
    const input = screen.getByLabelText('服务日期');
    await userEvent.click(input);
    await userEvent.click(document.querySelector<HTMLElement>(`td[title="${day}"]`) as HTMLElement);
    await userEvent.click(screen.getByLabelText('开始时间'));
    await userEvent.click(await screen.findByTitle('06:30'));
    await userEvent.click(await claim());
    await waitFor(() => expect(onClaimed).toHaveBeenCalled());
    const startsAt = dayjs(`${day}T06:30:00`);
    expect(sent('hxNeeds:takeOn/5')[0].data).toEqual({
      startsAt: startsAt.toISOString(),
      endsAt: startsAt.add(2, 'hour').toISOString(),
    });
  });

  it('takes a place of what meets the need, and sees how many are left', async () => {
    const { sent, onClaimed } = show({ ...FOR_MEMBER, mayTakeOn: false, openings: [OPENING] });
    expect(await screen.findByText(/剩余 3 \/ 5 个名额/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /^认\s?领$/ }));
    await userEvent.click(await screen.findByRole('button', { name: '确认认领' }));
    await waitFor(() => expect(onClaimed).toHaveBeenCalled());
    expect(sent('hxClaims:create')[0].data).toEqual({ postId: '7' });
  });
});

it.each<[string, Partial<ClaimableAnswer>]>([
  ['完成党员报到、在社区在册后即可认领。', { isOnRoll: false }],
  ['这项需求已有人承接，目前没有招募名额的岗位或项目。', {}],
  ['这项需求已由其他单位承接，目前没有招募名额的岗位。', { units: [UNIT] }],
  ['没有找到您负责联络的单位，请先由社区登记单位和联络员。', { units: [] }],
  ['这项需求已不再招募，请选择其他需求。', { need: { ...NEED, state: 'closed' } }],
])('says why there is nothing to claim: %s', async (text, over) => {
  show({ ...FOR_MEMBER, mayTakeOn: false, ...over });
  expect(await screen.findByText(text)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '认领这项需求' })).toBeNull();
});

it('says why the need could not be read', async () => {
  show(refusal('RECORD_NOT_FOUND', '没有这条记录'));
  expect(await screen.findByText('没有这条记录')).toBeInTheDocument();
});

it.each([
  ['published', false],
  ['inProgress', false],
  ['closed', true],
  [undefined, false],
])('the button on a need that is %s is hidden: %s', async (state, hidden) => {
  const collection = { name: 'hxNeeds', getFilterByTK: (record: { id: number }) => record.id };
  const context = createContext({ t: (text: string) => text, record: { id: 5, state }, blockModel: { collection } });
  const model = new HxClaimNeedActionModel({ context });
  await model.dispatchEvent('beforeRender');
  expect(model.hidden).toBe(hidden);
});
