import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { createContext } from '@test/client/host/flow-engine';
import { modelNamed, type ShownModel } from '@test/client/declared';
import { MODELS } from '../models';

let HxMemberUploadBlockModel: new (options: object) => ShownModel;
beforeAll(async () => {
  HxMemberUploadBlockModel = await modelNamed(MODELS, 'HxMemberUploadBlockModel');
});

const FILE = new File(['x'], '在职党员.xlsx');
const PROBLEM = { row: 15, personName: '王小明', code: 'PHONE_INVALID', message: '电话号码无效' };

function show(answers: Record<string, unknown>, over: object = {}) {
  const request = jest.fn(async ({ url }: { url: string; headers?: Record<string, string> }) => {
    const answer = answers[url];
    if (answer instanceof Error) throw answer;
    return { data: { data: answer } };
  });
  const t = (text: string, values: Record<string, unknown> = {}) =>
    text.replace(/{{(\w+)}}/g, (_match, name: string) => String(values[name]));
  const context = createContext({ t, api: { request }, user: { id: 3 }, ...over });
  render(<>{new HxMemberUploadBlockModel({ context }).renderComponent()}</>);
  return request;
}
const choose = async (): Promise<void> => {
  await screen.findByText('市图书馆');
  await userEvent.upload(document.querySelector('input[type=file]') as HTMLInputElement, FILE);
};
const units = { 'hxUnits:list': [{ id: 5, name: '市图书馆' }] };

it('lists what is wrong by row and offers nothing to register', async () => {
  show({ ...units, 'hxMemberRegistrations:bulkCheck': { total: 20, ready: 19, problems: [PROBLEM] } });
  await choose();
  expect(await screen.findByText('“在职党员.xlsx”共20行，1行有问题，没有办理任何一行')).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /15 王小明 电话号码无效/ })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /名党员报到/ })).toBeNull();
});

it('registers all at once, under one key for the same file', async () => {
  const failure = Object.assign(new Error('x'), {
    response: { status: 409, data: { errors: [{ code: 'BUSY', message: '请稍后重试' }] } },
  });
  const answers: Record<string, unknown> = {
    ...units,
    'hxMemberRegistrations:bulkCheck': { total: 20, ready: 20, problems: [] },
    'hxMemberRegistrations:bulkRegister': failure,
  };
  const request = show(answers);
  await choose();
  await userEvent.click(await screen.findByRole('button', { name: '为20名党员报到' }));
  expect(await screen.findByText('请稍后重试')).toBeInTheDocument();
  answers['hxMemberRegistrations:bulkRegister'] = { registered: 20 };
  await userEvent.click(screen.getByRole('button', { name: /为20名党员报到/ }));
  expect(await screen.findByText('已为20名党员提交报到')).toBeInTheDocument();
  const keys = request.mock.calls
    .filter(([{ url }]) => url.endsWith('bulkRegister'))
    .map(([{ headers }]) => headers?.['Idempotency-Key']);
  expect(keys[0]).toBeTruthy();
  expect(keys).toEqual([keys[0], keys[0]]);
});

it('says so to somebody who is no liaison', async () => {
  show({ 'hxUnits:list': [] });
  await waitFor(() => expect(screen.getByText('您还不是任何单位的联络员，请联系管理员。')).toBeInTheDocument());
});
