import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import React from 'react';
import { inTools } from '@test/client/in-tools';
import type { Departure } from '../../requests/departures';
import type { SeededPiece } from '../../requests/seeds';
import SeedsPage from '../SeedsPage';

jest.setTimeout(60_000); // antd's table and confirmation take seconds in jsdom on a busy machine

const piece = (values: Partial<SeededPiece>): SeededPiece => ({
  id: 1,
  key: 'governance/areas',
  plugin: '@hongxin/plugin-governance',
  kind: 'page',
  title: '区域',
  version: 1,
  availableVersion: 1,
  state: 'unchanged',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...values,
});

function show(
  pieces: SeededPiece[],
  onReapply: () => Promise<unknown> = async () => ({ data: { data: {} } }),
  departures: Departure[] = [],
) {
  const calls: string[] = [];
  const request = async ({ url }: { url: string }) => {
    calls.push(url);
    if (url === 'hxDepartures:list') return { data: { data: departures } };
    return url.startsWith('hxSeeds:reapply') ? onReapply() : { data: { data: pieces } };
  };
  render(<App>{inTools({ api: { request } }, <SeedsPage />)}</App>);
  return calls;
}

const BUTTON = /^(恢复|应用新版本|恢复为预置版本)$/;
const row = async (title: string) => (await screen.findByText(title)).closest('tr') as HTMLElement;

it('groups the pieces by kind and names the state of each', async () => {
  show([
    piece({}),
    piece({ id: 2, title: '人员', key: 'governance/persons', state: 'outdated', availableVersion: 2 }),
    piece({ id: 3, title: '主题', key: 'brand/theme', kind: 'brand', state: 'edited' }),
  ]);
  expect(within(await row('区域')).getByText('未改动')).toBeInTheDocument();
  expect(within(await row('人员')).getByText('有新版本')).toBeInTheDocument();
  expect(within(await row('人员')).getByText('1 → 2')).toBeInTheDocument();
  expect(within(screen.getByLabelText('外观')).getByText('主题')).toBeInTheDocument();
});

it('offers nothing on a piece that nobody has touched', async () => {
  show([piece({})]);
  expect((await row('区域')).querySelector('button')).toBeNull();
});

it('says of a piece that it is no longer shipped, and offers nothing on it', async () => {
  show([piece({ state: 'edited', availableVersion: null })]);
  expect(within(await row('区域')).getByText('1 · 不再提供')).toBeInTheDocument();
  expect((await row('区域')).querySelector('button')).toBeNull();
});

it('applies the new version only after the administrator has confirmed, and reads the list again', async () => {
  const calls = show([piece({ id: 7, state: 'outdated', availableVersion: 2 })]);
  await userEvent.click(within(await row('区域')).getByText(BUTTON));
  expect(calls).not.toContain('hxSeeds:reapply/7');
  await userEvent.click(await screen.findByText(/确\s*定/));
  await waitFor(() =>
    expect(calls).toEqual([
      'hxSeeds:list',
      'hxDepartures:list',
      'hxSeeds:reapply/7',
      'hxSeeds:list',
      'hxDepartures:list',
    ]),
  );
});

it('says why a piece could not be written', async () => {
  show([piece({ state: 'removed' })], async () => {
    throw Object.assign(new Error('400'), {
      response: { status: 400, data: { errors: [{ code: 'X', message: '页面缺少字段' }] } },
    });
  });
  await userEvent.click(within(await row('区域')).getByText(BUTTON));
  await userEvent.click(await screen.findByText(/确\s*定/));
  expect(await screen.findByText('页面缺少字段')).toBeInTheDocument();
});

it('shows where a role departs from the shipped rights, and warns when that opens personal data', async () => {
  show([piece({})], undefined, [
    {
      role: 'hx-unit',
      roleTitle: { name: 'hx-unit', title: '单位联络员' },
      collection: 'hxPersons',
      collectionTitle: { name: 'hxPersons', title: '人员资料', isAmbiguous: true },
      isShipped: false,
      differences: [
        {
          action: 'reveal',
          actionTitle: '查看原文',
          kind: 'actionAdded',
          fields: [
            { name: 'phone', title: '电话' },
            { name: 'f_x1', title: '备注', isAmbiguous: true },
          ],
        },
      ],
      personal: 'clear',
      personalFields: [{ name: 'phone', title: '电话' }],
    },
  ]);
  const changed = await row('单位联络员');
  expect(changed.textContent).toContain('增加“查看原文”：电话、备注 (f_x1)');
  // names are for programs: only those that tell two equal titles apart are shown
  expect(changed.textContent).toContain('人员资料 (hxPersons)');
  expect(changed.textContent).not.toMatch(/hx-unit|reveal|phone/);
  expect(within(changed).getByText('可查看个人信息原文')).toBeInTheDocument();
  expect(screen.getByText(/请核对是否必要/)).toBeInTheDocument();
});

it('says so when all roles are as shipped', async () => {
  show([piece({})]);
  expect(await screen.findByText('各角色的权限与预置一致')).toBeInTheDocument();
});
