import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import React from 'react';
import { inTools } from '@test/client/in-tools';
import { MyData } from '../MyData';
import { RequestForm } from '../RequestForm';

jest.setTimeout(60_000);

const t = (text: string, options: Record<string, unknown> = {}) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(options[name]));

const ITEM = { name: 'phone', title: '联系电话', value: '13800001234', isPersonal: true, canCorrect: true };
const DATA = {
  account: { nickname: '慕春雨', username: 'demo-member2', email: null, phone: null },
  sections: [{ collection: 'hxMemberRegistrations', title: '党员报到', records: [{ id: '7', items: [ITEM] }] }],
  consents: [
    {
      id: '1',
      notice: '告知书',
      text: '**内容**',
      version: '1',
      currentVersion: '2',
      givenAt: '2026-01-01T00:00:00Z',
      withdrawnAt: null,
    },
  ],
  requests: [],
};
const LOOKS = [
  {
    id: '9',
    at: '2026-05-01T00:00:00Z',
    actorName: '姜丽华',
    collectionTitle: '党员报到',
    fieldTitle: '联系电话',
    reason: '走访',
  },
];

function show(looks: object[] = LOOKS) {
  const calls: { url: string; data?: unknown }[] = [];
  const request = async ({ url, data }: { url: string; data?: unknown }) => {
    calls.push({ url, data });
    return { data: { data: url === 'hxMyData:looks' ? looks : DATA } };
  };
  render(<App>{inTools({ api: { request } }, <MyData />)}</App>);
  return calls;
}

it('shows what is kept in clear, and who has looked with the reason', async () => {
  show();
  expect(await screen.findByText('13800001234')).toBeInTheDocument();
  await userEvent.click(screen.getByText('谁看过'));
  expect(await screen.findByText('姜丽华')).toBeInTheDocument();
  expect(screen.getByText('事由：走访')).toBeInTheDocument();
});

it('says so when nobody has looked', async () => {
  show([]);
  await userEvent.click(await screen.findByText('谁看过'));
  expect(await screen.findByText('还没有人查看过您的个人信息原文')).toBeInTheDocument();
});

it('tells of a newer version of the notice, and withdraws a consent only after a confirmation', async () => {
  const calls = show();
  await userEvent.click(await screen.findByText('我的同意'));
  expect(await screen.findByText('现行版本2')).toBeInTheDocument();
  await userEvent.click(screen.getByText('告知书'));
  const withdraw = (await screen.findAllByText('撤回同意')).find((each) => each.closest('button')) as HTMLElement;
  await userEvent.click(withdraw);
  expect(calls.map(({ url }) => url)).not.toContain('hxMyData:withdrawConsent');
  await userEvent.click(await screen.findByText(/^确\s*定$/));
  await waitFor(() => expect(calls).toContainEqual({ url: 'hxMyData:withdrawConsent', data: { consentId: '1' } }));
});

it('asks for the deletion of a record with a reason, and shows why it was refused', async () => {
  const refusal = { response: { status: 409, data: { errors: [{ code: 'X', message: '同样的请求正在办理中' }] } } };
  const send = jest
    .fn()
    .mockRejectedValueOnce(Object.assign(new Error('409'), refusal))
    .mockResolvedValueOnce(undefined);
  render(<RequestForm t={t} kind="deletion" items={[ITEM]} send={send} onCancel={jest.fn()} />);
  await userEvent.click(screen.getByText(/^提\s*交$/));
  expect(await screen.findByText('请写明理由')).toBeInTheDocument();
  expect(send).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText('理由'), '不再参加服务');
  await userEvent.click(screen.getByText(/^提\s*交$/));
  expect(await screen.findByText('同样的请求正在办理中')).toBeInTheDocument();
  expect(send).toHaveBeenCalledWith({ reason: '不再参加服务' });
});
