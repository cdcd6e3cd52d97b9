import { HouseTheme, pageOf } from '@hongxin/plugin-foundation/client-v2';
import { type Application } from '@nocobase/client-v2';
import React from 'react';
import { texts } from '../texts';
import { joinLink } from './JoinLink';
import { signInWith } from './sign-in';

/** Adds the public page `/join` and the way to it from the sign-in page. */
export function registerJoin(app: Application): void {
  const base = app.getPublicPath().replace(/\/$/, '');
  const signInAs = signInWith(app.apiClient);
  const Component = pageOf(texts, async () => {
    const { JoinPage } = await import('./JoinPage');
    const invitation = new URLSearchParams(window.location.search).get('invitation');
    const Page = () => (
      <HouseTheme>
        <JoinPage signIn={`${base}/signin`} invitation={invitation} signInAs={signInAs} />
      </HouseTheme>
    );
    return { default: Page };
  });
  app.router.add('hx-join', { path: '/join', Component, skipAuthCheck: true });
  app.addProvider(joinLink(`${base}/join`));
}
