import { type Application } from '@nocobase/client-v2';
import { act, render, screen, waitFor } from '@testing-library/react';
import { announceMoved, RecordNotes } from '@hongxin/plugin-foundation/client-v2';
import React from 'react';
import { createContext } from '@test/client/host/flow-engine';
import { fillIn as t, inTools } from '@test/client/in-tools';
import { modelNamed, type ShownModel } from '@test/client/declared';
import { MODELS } from '../models';
import PluginRegistrationClient from '../plugin';

let HxOverloadNoteBlockModel: new (options: object) => ShownModel;
beforeAll(async () => {
  HxOverloadNoteBlockModel = await modelNamed(MODELS, 'HxOverloadNoteBlockModel');
});

/** A host whose server knows one registration, and a community that is full or not. */
function hostWith(state: string | (() => string), isOverloading: boolean, view?: object) {
  const request = jest.fn(async ({ url }: { url: string; params?: Record<string, unknown> }) => {
    const data = url.endsWith(':get')
      ? { id: 7, state: typeof state === 'string' ? state : state(), areaId: null, targetAreaId: 3, homeAreaId: 4 }
      : {
          community: { name: '锦里社区', units: 10, members: 200 },
          isOverloading,
          limit: url.startsWith('hxUnit') ? 10 : 200,
          alternatives: [{ id: 2, name: '润新社区', street: '东莱街道', units: 2, members: 30 }],
        };
    return { data: { data } };
  });
  return { request, context: createContext({ t, api: { request }, view }) };
}

/** The block in the popup of a registration, and what it asked the server for. */
function show(collectionName: string, state: string | (() => string), isOverloading: boolean) {
  const { request, context } = hostWith(state, isOverloading, { inputArgs: { collectionName, filterByTk: 7 } });
  render(<>{new HxOverloadNoteBlockModel({ context }).renderComponent()}</>);
  return request;
}

it('tells a unit that its community is full, and where there is room', async () => {
  const request = show('hxUnitRegistrations', 'submitted', true);
  expect(await screen.findByText('锦里社区已有报到单位10家，建议不超过10家')).toBeInTheDocument();
  expect(screen.getByText('附近还有余量的社区：东莱街道润新社区（单位2家）')).toBeInTheDocument();
  expect(request.mock.calls[1][0].params).toEqual({ areaId: 3, of: 'units' });
});

it('counts members for a member’s registration', async () => {
  const request = show('hxMemberRegistrations', 'unitConfirmed', true);
  expect(await screen.findByText(/锦里社区已有在册党员200名/)).toBeInTheDocument();
  expect(request.mock.calls[1][0].params).toEqual({ areaId: 4, of: 'members' });
});

it.each([
  ['there is room', 'submitted', false],
  ['it is received already', 'onRoll', true],
])('says nothing when %s', async (_why, state, isOverloading) => {
  const request = show('hxMemberRegistrations', state, isOverloading);
  await waitFor(() => expect(request).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('falls silent once the registration has been received', async () => {
  let state = 'submitted';
  show('hxMemberRegistrations', () => state, true);
  await screen.findByRole('alert');
  state = 'accepted';
  act(() => announceMoved({ collection: 'hxMemberRegistrations', key: 7 }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

it.each(['hxUnitRegistrations', 'hxMemberRegistrations'])('is said wherever %s are decided on', async (collection) => {
  const app = { flowEngine: { registerModelLoaders: jest.fn() }, router: { add: jest.fn() } };
  await new PluginRegistrationClient({}, app as unknown as Application).load();
  const { request } = hostWith('submitted', true);
  render(inTools({ api: { request } }, <RecordNotes record={{ collection, key: 7 }} />));
  expect(await screen.findByText(/锦里社区已有/)).toBeInTheDocument();
});
