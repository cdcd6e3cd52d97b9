import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import React from 'react';
import { inTools } from '@test/client/in-tools';
import type { SettingField, SettingForm } from '../../requests/setting-forms';
import RulesPage from '../RulesPage';
import { readField, writeFields } from '../setting-values';

jest.setTimeout(60_000);

const LIMIT: SettingForm = {
  key: 'communityLimits',
  title: '社区承载上限',
  help: '只提示，不阻止。',
  fields: [{ kind: 'number', path: ['units'], label: '单位', min: 1, max: 100 }],
  value: { units: 20, members: 400 },
  defaultValue: { units: 20, members: 400 },
  isDefault: true,
};
const HOURS: SettingForm = {
  key: 'workingHours',
  title: '工作时间',
  help: '办理时限只计算工作时间。',
  fields: [
    { kind: 'clock', path: ['dayStart'], label: '上班' },
    { kind: 'clock', path: ['breaks', '0', '1'], label: '午休结束' },
  ],
  value: { dayStart: 500, dayEnd: 1050, breaks: [[720, 840]] },
  defaultValue: { dayStart: 510, dayEnd: 1050, breaks: [[720, 840]] },
  isDefault: false,
};

function show(onSave: (body: unknown) => Promise<unknown> = async () => ({ data: { data: { saved: 1 } } })) {
  const saved: unknown[] = [];
  const request = async ({ url, data }: { url: string; data?: unknown }) => {
    if (url === 'hxSettingForms:list') return { data: { data: [LIMIT, HOURS] } };
    saved.push(data);
    return onSave(data);
  };
  render(<App>{inTools({ api: { request } }, <RulesPage />)}</App>);
  return saved;
}

const card = async (title: string) => (await screen.findByText(title)).closest('.ant-card') as HTMLElement;

it('saves what was filled in, with the rest of the setting as it was', async () => {
  const saved = show();
  const limits = within(await card('社区承载上限'));
  expect(limits.getByText('预置值')).toBeTruthy();
  const units = limits.getByLabelText('单位');
  await userEvent.clear(units);
  await userEvent.type(units, '35');
  await userEvent.click(limits.getByRole('button', { name: /保\s?存/ }));
  await waitFor(() => expect(saved).toEqual([{ values: { communityLimits: { units: 35, members: 400 } } }]));
});

it('shows a time of day, and goes back to the default', async () => {
  const saved = show();
  const hours = within(await card('工作时间'));
  expect((hours.getByLabelText('上班') as HTMLInputElement).value).toBe('08:20');
  expect((hours.getByLabelText('午休结束') as HTMLInputElement).value).toBe('14:00');
  expect(within(await card('社区承载上限')).queryByRole('button', { name: '恢复预置值' })).toBeNull();
  await userEvent.click(hours.getByRole('button', { name: '恢复预置值' }));
  await waitFor(() => expect(saved).toEqual([{ values: { workingHours: null } }]));
});

it('says what stands in the way where it was filled in, and does not save an empty field', async () => {
  const saved = show(async () => {
    throw { response: { data: { errors: [{ code: 'LOAD_LIMITS_INVALID', message: '单位上限应为正整数。' }] } } };
  });
  const limits = within(await card('社区承载上限'));
  await userEvent.click(limits.getByRole('button', { name: /保\s?存/ }));
  expect(await limits.findByText('单位上限应为正整数。')).toBeTruthy();
  await userEvent.clear(limits.getByLabelText('单位'));
  await userEvent.click(limits.getByRole('button', { name: /保\s?存/ }));
  expect(await limits.findByText('请填写')).toBeTruthy();
  expect(saved).toHaveLength(1);
});

describe('values', () => {
  const reminder: SettingField = {
    ...{ kind: 'number', path: ['days', 'term-ending'], label: '任期将满', min: 0, max: 365, fallback: 30 },
    switch: { path: ['off'], name: 'term-ending' },
  };

  it('reads what holds: the number of the setting or the one behind it, and whether it is on', () => {
    expect(readField({}, reminder)).toEqual({ number: 30, on: true });
    expect(readField({ off: ['term-ending'], days: { 'term-ending': 7 } }, reminder)).toEqual({ number: 7, on: false });
  });

  it('writes only what differs, keeps what it does not know and changes no other object', () => {
    const value = { off: ['other', 'term-ending'], days: { other: 3, 'term-ending': 7 } };
    const written = writeFields(value, [reminder], [{ number: 30, on: true }]);
    expect(written).toEqual({ off: ['other'], days: { other: 3 } });
    expect(value.days).toEqual({ other: 3, 'term-ending': 7 });
    expect(writeFields({}, [reminder], [{ number: 9, on: false }])).toEqual({
      off: ['term-ending'],
      days: { 'term-ending': 9 },
    });
  });

  it('writes into a list without making it an object', () => {
    const [, end] = HOURS.fields;
    expect(writeFields(HOURS.value, [end], [{ number: 830 }])).toEqual({
      ...{ dayStart: 500, dayEnd: 1050 },
      breaks: [[720, 830]],
    });
  });
});
