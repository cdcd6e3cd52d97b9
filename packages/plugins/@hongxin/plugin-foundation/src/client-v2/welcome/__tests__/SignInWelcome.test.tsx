import { render, screen } from '@testing-library/react';
import React from 'react';
import { createContext, FlowContextProvider } from '@test/client/host/flow-engine';
import { SignInWelcome } from '../SignInWelcome';

let pathname = '/v/signin';
jest.mock('react-router-dom', () => ({ useLocation: () => ({ pathname }) }), { virtual: true });

function show(path: string, settings: unknown) {
  pathname = path;
  const request = async () => ({ data: { data: settings } });
  render(
    <FlowContextProvider context={createContext({ api: { request } })}>
      <SignInWelcome>
        <form>账号</form>
      </SignInWelcome>
    </FlowContextProvider>,
  );
}

it('says what the system is on the sign-in page', async () => {
  show('/v/signin', { options: {}, logo: { title: 'hongxin-logo' } });
  expect(await screen.findByText('党建引领 · 楼栋善治')).toBeInTheDocument();
  expect(screen.getByText('账号')).toBeInTheDocument();
});

it("shows the administrator's own words instead", async () => {
  show('/signin', { options: { hongxinSignIn: { caption: '龙口善治' } }, logo: null });
  expect(await screen.findByText('龙口善治')).toBeInTheDocument();
  expect(screen.queryByText('党建引领 · 楼栋善治')).toBeNull();
});

it('adds nothing to any other page', () => {
  show('/v/admin/governance', {});
  expect(screen.getByText('账号')).toBeInTheDocument();
  expect(document.querySelector('header')).toBeNull();
});
