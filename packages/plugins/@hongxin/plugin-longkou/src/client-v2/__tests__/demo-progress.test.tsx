import { act, render, screen } from '@testing-library/react';
import React from 'react';
import { inTools } from '@test/client/in-tools';
import { DemoProgress } from '../DemoProgress';

const answering = (percents: (number | null)[]) =>
  jest.fn(async () => ({ data: { data: { percent: percents.length > 1 ? percents.shift() : percents[0] } } }));

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('says how much of the city is there, as long as it is being loaded', async () => {
  const request = answering([40, 80, null]);
  render(inTools({ api: { request } }, <DemoProgress />));
  await act(async () => jest.advanceTimersByTimeAsync(1));
  screen.getByText('示范城市正在装载，已完成40%');
  await act(async () => jest.advanceTimersByTimeAsync(5_000));
  screen.getByText('示范城市正在装载，已完成80%');
  await act(async () => jest.advanceTimersByTimeAsync(5_000));
  expect(screen.queryByRole('alert')).toBeNull();
  await act(async () => jest.advanceTimersByTimeAsync(60_000));
  expect(request).toHaveBeenCalledTimes(3);
});

it('asks once where there is nothing to wait for', async () => {
  const request = answering([null]);
  render(inTools({ api: { request } }, <DemoProgress />));
  await act(async () => jest.advanceTimersByTimeAsync(60_000));
  expect([request.mock.calls.length, screen.queryByRole('alert')]).toEqual([1, null]);
});
