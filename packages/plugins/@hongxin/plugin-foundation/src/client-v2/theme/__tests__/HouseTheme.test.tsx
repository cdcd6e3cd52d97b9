import { act, render, screen } from '@testing-library/react';
import React from 'react';
import { inTools } from '@test/client/in-tools';
import { HouseTheme } from '../HouseTheme';

it('keeps what was typed before the city’s colours came', async () => {
  let arrive: (answer: unknown) => void = () => undefined;
  const request = () => new Promise((resolve) => (arrive = resolve));
  render(
    inTools(
      { api: { request } },
      <HouseTheme>
        <input aria-label="用户名" />
      </HouseTheme>,
    ),
  );
  const before = screen.getByLabelText('用户名');
  await act(async () => {
    arrive({ data: { data: [{ default: true, config: { token: { colorPrimary: '#1677ff' } } }] } });
    await Promise.resolve();
  });
  expect(screen.getByLabelText('用户名')).toBe(before);
});
