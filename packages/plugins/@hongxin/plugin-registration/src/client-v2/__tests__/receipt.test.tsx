import { announceMoved } from '@hongxin/plugin-foundation/client-v2';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { createContext } from '@test/client/host/flow-engine';
import { modelNamed, type ShownModel } from '@test/client/declared';
import { MODELS } from '../models';
import { verificationAddress } from '../receipts/verification-address';

let HxRegistrationReceiptBlockModel: new (options: object) => ShownModel;
beforeAll(async () => {
  HxRegistrationReceiptBlockModel = await modelNamed(MODELS, 'HxRegistrationReceiptBlockModel');
});

const RECEIVED = {
  id: 7,
  state: 'accepted',
  number: 'BD-2026-370681001-00001',
  personName: '王小明',
  position: '馆员',
  receiptNumber: 'HZ-2026-370681001001-0001',
  receiptAt: '2026-11-23T02:00:00.000Z',
  receiptToken: 'AbCdEfGhIjKlMnOpQrStUv',
  unit: { name: '市档案馆' },
  area: { name: '锦里社区' },
  homeArea: { name: '锦里7号小区1号楼' },
  organization: { name: '锦里社区党委' },
};
const PROCESS = {
  mainPath: ['draft', 'submitted'],
  states: [
    { name: 'submitted', label: { zh: '已提交', en: 'Submitted' } },
    { name: 'transferred', label: { zh: '已转出', en: 'Transferred' } },
  ],
  transitions: [],
};

function show(rows: object[], over: object = {}) {
  const request = jest.fn(async ({ url }: { url: string }) => {
    if (url.startsWith('hxProcesses')) return { data: { data: PROCESS } };
    return { data: { data: url.endsWith(':list') ? rows : rows[0] } };
  });
  const t = (text: string, values: Record<string, unknown> = {}) =>
    text.replace(/{{(\w+)}}/g, (_match, name: string) => String(values[name]));
  const context = createContext({ t, api: { request }, user: { id: 3 }, ...over });
  render(<>{new HxRegistrationReceiptBlockModel({ context }).renderComponent()}</>);
  return request;
}

it('shows who was received, by whom, where and when', async () => {
  const request = show([RECEIVED]);
  const sheet = await screen.findByRole('article', { name: '在职党员到社区报到回执' });
  for (const text of ['王小明', '市档案馆', '馆员', '锦里社区', '锦里7号小区1号楼', 'BD-2026-370681001-00001']) {
    expect(sheet).toHaveTextContent(text);
  }
  expect(sheet).toHaveTextContent('HZ-2026-370681001001-0001');
  expect(sheet).toHaveTextContent('2026年11月23日');
  expect(screen.getByRole('img', { name: '锦里社区党委 回执' })).toBeInTheDocument();
  expect(request.mock.calls[0][0]).toMatchObject({ params: { filter: { ownerId: 3 } } });
});

it('prints the sheet alone, as a copy beside the page that goes again', async () => {
  const print = jest.fn(() => expect(document.querySelector('body > .hx-print')).toHaveTextContent('王小明'));
  window.print = print;
  show([RECEIVED]);
  await userEvent.click(await screen.findByRole('button', { name: /打印回执/ }));
  expect(print).toHaveBeenCalledTimes(1);
  act(() => void window.dispatchEvent(new Event('afterprint')));
  expect(document.querySelector('body > .hx-print')).toBeNull();
});

it('prefers the registration on a roll to a later draft', async () => {
  show([{ ...RECEIVED, id: 9, state: 'draft', receiptNumber: null }, RECEIVED]);
  expect(await screen.findByRole('article')).toHaveTextContent('HZ-2026-370681001001-0001');
});

it('says where the registration stands while there is no receipt, and reads anew when it moves', async () => {
  const request = show([{ ...RECEIVED, state: 'submitted', receiptNumber: null }]);
  expect(await screen.findByRole('alert')).toHaveTextContent('已提交，等待单位确认和社区接收。');
  expect(screen.queryByRole('button', { name: /打印/ })).toBeNull();
  const before = request.mock.calls.length;
  await act(async () => announceMoved({ collection: 'hxMemberRegistrations', key: 7 }));
  expect(request.mock.calls.length).toBeGreaterThan(before);
});

it('does not offer to print the receipt of a registration that has ended', async () => {
  show([{ ...RECEIVED, state: 'transferred' }]);
  expect(await screen.findByRole('alert')).toHaveTextContent('已转出');
  expect(screen.queryByRole('button', { name: /打印/ })).toBeNull();
});

it('invites who has not registered yet', async () => {
  show([]);
  expect(await screen.findByText('您还没有报到，请到“报到登记”填写。')).toBeInTheDocument();
});

it('shows the record of the popup it stands in', async () => {
  const request = show([RECEIVED], { view: { inputArgs: { collectionName: 'hxMemberRegistrations', filterByTk: 7 } } });
  await screen.findByRole('article');
  expect(request.mock.calls[0][0]).toMatchObject({ url: 'hxMemberRegistrations:get', params: { filterByTk: 7 } });
});

it('carries a code that opens the public page of its token, not of its number', async () => {
  show([RECEIVED]);
  expect(await screen.findByRole('img', { name: '回执验证二维码' })).toBeInTheDocument();
  const address = verificationAddress('AbCdEfGhIjKlMnOpQrStUv');
  expect(address).toBe('http://localhost/api/hxReceipts:verify/AbCdEfGhIjKlMnOpQrStUv');
  window.__nocobase_api_base_url__ = 'https://hongxin.example/gov/api';
  expect(verificationAddress('x')).toBe('https://hongxin.example/gov/api/hxReceipts:verify/x');
  delete window.__nocobase_api_base_url__;
});

it('shows a unit what the community has received from it', async () => {
  const unit = {
    ...RECEIVED,
    serviceTeam: '书香服务队',
    registeredOn: '2026-11-20',
    receiptNumber: 'DWHZ-2026-370681001001-0001',
  };
  const view = { inputArgs: { collectionName: 'hxUnitRegistrations', filterByTk: 7 } };
  const request = show([unit], { view });
  const sheet = await screen.findByRole('article', { name: '单位到社区报到回执' });
  for (const text of ['市档案馆', '书香服务队', '2026-11-20', 'DWHZ-2026-370681001001-0001'])
    expect(sheet).toHaveTextContent(text);
  expect(sheet).not.toHaveTextContent('王小明');
  expect(request.mock.calls[0][0]).toMatchObject({ url: 'hxUnitRegistrations:get' });
});
