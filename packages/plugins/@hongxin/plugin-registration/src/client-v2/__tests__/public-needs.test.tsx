import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { publicNeedsAddress } from '../public-needs/address';
import { FollowNeed } from '../public-needs/FollowNeed';
import { RaiseNeed } from '../public-needs/RaiseNeed';
import type { FollowAnswer } from '../../shared/public-needs';
import type { PublicRequests } from '../public-needs/requests';

// The host's module; the foundation's sign-in page uses it, these components do not.
jest.mock('react-router-dom', () => ({ useLocation: () => ({ pathname: '/' }) }), { virtual: true });

const t = (text: string, values: Record<string, unknown> = {}) =>
  text.replace(/{{(\w+)}}/g, (_match, name: string) => String(values[name]));

const NEED: FollowAnswer = {
  number: 'XQ-2026-370681001-00001',
  title: '路灯不亮',
  state: 'awaitingRating',
  stateLabel: '待评价',
  result: '已更换路灯',
  satisfaction: null,
  steps: [{ label: '已提出', at: '2026-11-24T02:00:00.000Z' }],
  mayRate: true,
  mayWithdraw: false,
};

function requestsWith(over: Partial<Record<keyof PublicRequests, jest.Mock>> = {}) {
  return {
    question: jest.fn(async () => ({ question: '七加五等于几？', token: 'token-1' })),
    areas: jest.fn(async () => [{ id: '3', name: '锦里7号小区', level: 'estate', parent: '锦里社区' }]),
    raise: jest.fn(async () => ({ code: 'ABCD-EFGH-JKLM-NPQR', number: NEED.number })),
    follow: jest.fn(async () => NEED),
    rate: jest.fn(async () => ({ ...NEED, state: 'closed', stateLabel: '已办结', mayRate: false })),
    withdraw: jest.fn(async () => ({ ...NEED, state: 'withdrawn', mayRate: false })),
    ...over,
  };
}

async function fillIn(): Promise<void> {
  await userEvent.type(screen.getByLabelText(/需要什么帮助/), '路灯不亮');
  await userEvent.type(screen.getByLabelText(/具体情况/), '3号楼前路灯不亮');
  await userEvent.click(screen.getByRole('combobox', { name: /所在小区或社区/ }));
  await userEvent.click(await screen.findByText('锦里7号小区（锦里社区）'));
  await userEvent.type(await screen.findByLabelText(/七加五等于几/), '12');
}

describe('raising a need', () => {
  it('gives the code by which it is followed', async () => {
    const requests = requestsWith();
    const onFollow = jest.fn();
    render(<RaiseNeed requests={requests} t={t} onFollow={onFollow} />);
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: '提交需求' }));
    expect(await screen.findByText('ABCD-EFGH-JKLM-NPQR')).toBeInTheDocument();
    expect(requests.raise).toHaveBeenCalledWith(
      expect.objectContaining({ title: '路灯不亮', areaId: '3', answer: '12', token: 'token-1', wantedBy: '' }),
    );
    await userEvent.click(screen.getByRole('button', { name: '查看进度' }));
    expect(onFollow).toHaveBeenCalledWith('ABCD-EFGH-JKLM-NPQR');
  }, 30_000);

  it('keeps what was typed when it is refused, and asks a new question', async () => {
    const errors = [{ code: 'QUESTION_WRONG', message: '验证问题的答案不对', field: 'answer' }];
    const failure = Object.assign(new Error('400'), { response: { status: 400, data: { errors } } });
    const requests = requestsWith({
      raise: jest.fn(async () => {
        throw failure;
      }),
    });
    render(<RaiseNeed requests={requests} t={t} onFollow={jest.fn()} />);
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: '提交需求' }));
    expect((await screen.findAllByText('验证问题的答案不对')).length).toBeGreaterThan(0);
    expect(screen.getByLabelText(/需要什么帮助/)).toHaveValue('路灯不亮');
    await waitFor(() => expect(requests.question).toHaveBeenCalledTimes(2));
  }, 30_000);
});

describe('following a need', () => {
  it('shows where it stands and takes the rating', async () => {
    const requests = requestsWith();
    render(<FollowNeed requests={requests} t={t} code="" />);
    await userEvent.type(screen.getByRole('textbox', { name: '查询码' }), 'abcd');
    await userEvent.click(screen.getByRole('button', { name: /^查\s?询$/ }));
    expect(await screen.findByText('已更换路灯')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '提交评价' })).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: '满意' }));
    await userEvent.click(screen.getByRole('button', { name: '提交评价' }));
    expect(await screen.findByText('已办结')).toBeInTheDocument();
    expect(requests.rate).toHaveBeenCalledWith('abcd', '4', '');
  });

  it('opens at once with the code of a need just raised', async () => {
    const requests = requestsWith();
    render(<FollowNeed requests={requests} t={t} code="ABCD-EFGH-JKLM-NPQR" />);
    expect(await screen.findByText('路灯不亮')).toBeInTheDocument();
    expect(requests.follow).toHaveBeenCalledTimes(1);
  });
});

it('has one address, whichever client runs and below whatever prefix', () => {
  const at = (pathname: string) => publicNeedsAddress({ origin: 'https://a.example', pathname });
  expect(at('/v/admin/abc')).toBe('https://a.example/v/public/needs');
  expect(at('/admin/abc')).toBe('https://a.example/v/public/needs');
  expect(at('/city/v/admin')).toBe('https://a.example/city/v/public/needs');
});
