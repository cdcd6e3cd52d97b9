import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { createContext } from '@test/client/host/flow-engine';
import { modelNamed, type ShownModel } from '@test/client/declared';
import { MODELS } from '../models';

let HxBalanceBlockModel: new (options: object) => ShownModel;
beforeAll(async () => {
  HxBalanceBlockModel = await modelNamed(MODELS, 'HxBalanceBlockModel');
});

const community = (id: number, name: string, units: number, state: string) => ({
  id,
  code: `37068100100${id}`,
  name,
  street: '东莱街道',
  units,
  members: 20,
  needs: 3,
  openPlaces: 5,
  state,
});

function show(mayMove: boolean) {
  const request = jest.fn(async ({ url }: { url: string; data?: unknown }) => {
    const data = url.endsWith(':balance')
      ? {
          limits: { units: 10, members: 200 },
          communities: [community(1, '锦里社区', 12, 'over'), community(2, '润新社区', 2, 'room')],
          mayMove,
        }
      : [{ id: 41, number: 'DW-1', serviceTeam: null, unit: { name: '市图书馆' } }];
    return { data: { data } };
  });
  const t = (text: string, values: Record<string, unknown> = {}) =>
    text.replace(/{{(\w+)}}/g, (_match, name: string) => String(values[name]));
  render(<>{new HxBalanceBlockModel({ context: createContext({ t, api: { request } }) }).renderComponent()}</>);
  return request;
}

it('shows the fullest community first and says what is over the limit', async () => {
  show(false);
  expect(await screen.findByText('1个社区超出建议容量')).toBeInTheDocument();
  const rows = screen
    .getAllByRole('row')
    .filter((row) => row.textContent?.includes('社区') && !row.textContent.includes('负载'));
  expect(rows[0]).toHaveTextContent('锦里社区');
  expect(rows[0]).toHaveTextContent('120%');
  expect(screen.queryByText('调剂单位')).toBeNull();
});

it('moves a unit to where there is room, with a reason', async () => {
  const request = show(true);
  await userEvent.click((await screen.findAllByRole('button', { name: '调剂单位' }))[0]);
  const drawer = await screen.findByRole('dialog');
  await userEvent.click(await within(drawer).findByRole('radio', { name: /市图书馆/ }));
  await userEvent.click(within(drawer).getByRole('radio', { name: /润新社区/ }));
  const button = within(drawer).getByRole('button', { name: /调\s?剂/ });
  expect(button).toBeDisabled();
  await userEvent.type(within(drawer).getByRole('textbox', { name: '调剂理由' }), '统筹均衡');
  await userEvent.click(button);
  expect(await within(drawer).findByText('“市图书馆”已转出，等待转入社区接收。')).toBeInTheDocument();
  expect(request.mock.calls.map(([call]) => call).find(({ url }) => url.endsWith('transition/41'))?.data).toEqual({
    transition: 'transfer',
    opinion: '统筹均衡',
    values: { transferToAreaId: 2, leaveReason: 'rebalanced' },
  });
});
