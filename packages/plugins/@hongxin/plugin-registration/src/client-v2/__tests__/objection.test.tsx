/** A member's years on a phone: what may still be objected to has the way to do it. */
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import React from 'react';
import { inTools } from '@test/client/in-tools';
import { Certificates } from '../home/Certificates';

const year = (state: string) => ({
  id: 7,
  year: 2025,
  state,
  total: 80,
  grade: 'good',
  figures: [],
  communityComment: '好',
});

function show(state: string, refused?: Error) {
  let now = state;
  const request = jest.fn(async ({ url }: { url: string; data?: unknown; headers?: object }) => {
    if (url.includes(':transition')) {
      if (refused) throw refused;
      now = 'objected';
      return { data: { data: {} } };
    }
    return { data: { data: url.endsWith(':list') ? [year(now)] : year(now) } };
  });
  render(<App>{inTools({ api: { request }, user: { id: 1 } }, <Certificates />)}</App>);
  return request;
}
const opened = async () => userEvent.click(await screen.findByRole('button', { name: /2025年/ }));

it.each(['commented', 'signed'])('takes an objection while the year is %s', async (state) => {
  const request = show(state);
  await opened();
  await userEvent.click(await screen.findByRole('button', { name: '对结果有异议' }));
  const send = screen.getByRole('button', { name: '提交异议' });
  expect(send).toBeDisabled();
  fireEvent.change(screen.getByRole('textbox', { name: '异议理由' }), { target: { value: ' 少算了2小时 ' } });
  await userEvent.click(send);
  expect(await screen.findByText('已提出异议，社区正在核对')).toBeInTheDocument();
  const sent = request.mock.calls.map(([call]) => call).find(({ url }) => url.endsWith(':transition/7'));
  expect(sent?.data).toEqual({ transition: 'object', opinion: '少算了2小时' });
  expect(sent?.headers).toHaveProperty('Idempotency-Key');
  await waitFor(() => expect(screen.queryByRole('button', { name: '提交异议' })).toBeNull());
});

it('says why an objection was not taken', async () => {
  const errors = [{ code: 'STATE_CHANGED', message: '状态已变化' }];
  show('signed', Object.assign(new Error('x'), { response: { status: 409, data: { errors } } }));
  await opened();
  await userEvent.click(await screen.findByRole('button', { name: '对结果有异议' }));
  fireEvent.change(screen.getByRole('textbox', { name: '异议理由' }), { target: { value: '少算了' } });
  await userEvent.click(screen.getByRole('button', { name: '提交异议' }));
  expect(await screen.findByText('状态已变化')).toBeInTheDocument();
});

it.each(['computed', 'issued', 'objected'])('offers none while the year is %s', async (state) => {
  show(state);
  await opened();
  await screen.findByText('2025年计分说明');
  expect(screen.queryByRole('button', { name: '对结果有异议' })).toBeNull();
});
