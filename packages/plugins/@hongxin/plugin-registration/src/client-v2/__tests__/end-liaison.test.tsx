import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { inTools } from '@test/client/in-tools';
import { createContext } from '@test/client/host/flow-engine';
import { modelNamed, type ShownModel } from '@test/client/declared';
import { MODELS } from '../models';
import { EndLiaison } from '../units/EndLiaison';
import { refusal, hostWith } from './support/tools';

let HxEndLiaisonActionModel: new (options: object) => ShownModel;
beforeAll(async () => {
  HxEndLiaisonActionModel = await modelNamed(MODELS, 'HxEndLiaisonActionModel');
});

jest.mock('react-router-dom', () => ({ useLocation: () => ({ pathname: '/' }) }), { virtual: true });
jest.setTimeout(60_000);

function show(unit: unknown, answer: unknown = {}) {
  const spied = hostWith({ 'hxUnits:get': unit, 'hxUnits:update?filterByTk=7': answer });
  const onDone = jest.fn();
  render(inTools(spied.host, <EndLiaison unitId="7" onDone={onDone} />));
  const sent = () => spied.requests.filter(({ url }) => url.startsWith('hxUnits:update'));
  return { ...spied, onDone, sent };
}
const UNIT = { name: '市税务局', liaison: { nickname: '李联络', username: 'li' } };
const end = () => userEvent.click(screen.getByRole('button', { name: '解除联络员' }));

it('names who is ended and what that means, and takes the account off the unit', async () => {
  const { sent, onDone, done } = show(UNIT);
  expect(await screen.findByText(/市税务局 · 联络员 李联络/)).toBeInTheDocument();
  expect(screen.getByText(/不再看到这个单位的任何记录/)).toBeInTheDocument();
  await end();
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(sent().map(({ data }) => data)).toEqual([{ liaison: null }]);
  expect(done).toHaveBeenCalledWith('已解除联络员');
});

it('says why it was refused', async () => {
  const { onDone } = show(UNIT, refusal('NOT_PERMITTED', '没有权限'));
  await screen.findByText(/李联络/);
  await end();
  expect(await screen.findByText(/没有权限/)).toBeInTheDocument();
  expect(onDone).not.toHaveBeenCalled();
});

it('has nothing to end where there is no liaison', async () => {
  show({ name: '市税务局', liaison: null });
  expect(await screen.findByText('“市税务局”现在没有联络员')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '解除联络员' })).toBeNull();
});

it.each([
  [null, true],
  [12, false],
])('is hidden on a unit whose liaison is %p: %p', async (liaisonId, isHidden) => {
  const collection = { name: 'hxUnits', filterTargetKey: 'id', getFilterByTK: () => 7 };
  const context = createContext({ collection, record: { id: 7, liaisonId } });
  const model = new HxEndLiaisonActionModel({ context });
  await model.dispatchEvent('beforeRender');
  expect(model.hidden).toBe(isHidden);
});
