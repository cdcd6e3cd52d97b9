import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { inTools } from '@test/client/in-tools';
import { CorrectRecord } from '../service/CorrectRecord';
import { refusal, hostWith } from './support/tools';

jest.mock('react-router-dom', () => ({ useLocation: () => ({ pathname: '/' }) }), { virtual: true });
jest.setTimeout(60_000);

const RECORD = {
  memberName: '王小明',
  startsAt: '2026-11-21T01:00:00.000Z',
  endsAt: '2026-11-21T02:30:00.000Z',
  minutes: 90,
  post: { title: '楼道清扫' },
  project: null,
};

function show(answer: unknown = {}) {
  const spied = hostWith({ 'hxServiceRecords:get': RECORD, 'hxServiceRecords:correct/7': answer });
  const onDone = jest.fn();
  render(inTools(spied.host, <CorrectRecord recordId="7" onDone={onDone} />));
  const sent = () => spied.requests.filter(({ url }) => url === 'hxServiceRecords:correct/7');
  return { ...spied, onDone, sent };
}
const submit = () => userEvent.click(screen.getByRole('button', { name: '提交更正' }));

it('begins with the hours as they stand, and asks for the reason', async () => {
  const { sent } = show();
  expect(await screen.findByText(/王小明 · 楼道清扫/)).toBeInTheDocument();
  expect(screen.getByText(/1小时30分钟/)).toBeInTheDocument();
  await submit();
  expect(await screen.findByText('请填写更正原因')).toBeInTheDocument();
  expect(sent()).toEqual([]);
});

it('sends the right times with the reason, once', async () => {
  const { sent, onDone, done } = show();
  await userEvent.type(await screen.findByLabelText('更正原因'), '多记半小时');
  await submit();
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(done).toHaveBeenCalledWith('已更正');
  expect(sent()).toHaveLength(1);
  expect(sent()[0].data).toEqual({ reason: '多记半小时', startsAt: RECORD.startsAt, endsAt: RECORD.endsAt });
});

it('takes back the whole record without asking for times', async () => {
  const { sent, onDone } = show();
  await userEvent.click(await screen.findByRole('radio', { name: '整条冲销' }));
  expect(screen.queryByText('正确的时间')).toBeNull();
  await userEvent.type(screen.getByLabelText('更正原因'), '未到场');
  await submit();
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(sent()[0].data).toEqual({ reason: '未到场' });
});

it('says why it was refused and keeps what was typed', async () => {
  const { onDone } = show(refusal('HOURS_OVER_ACTIVITY', '时长超过活动时长'));
  await userEvent.type(await screen.findByLabelText('更正原因'), '多记');
  await submit();
  expect(await screen.findByText('时长超过活动时长')).toBeInTheDocument();
  expect(screen.getByLabelText('更正原因')).toHaveValue('多记');
  expect(onDone).not.toHaveBeenCalled();
});
