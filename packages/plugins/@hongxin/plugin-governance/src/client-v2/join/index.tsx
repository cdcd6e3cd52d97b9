import { HouseTheme } from '@hongxin/plugin-foundation/client-v2';
import { type Application } from '@nocobase/client-v2';
import React from 'react';
import { languageOf, translator, type Translate } from '../locale';
import { joinRequests } from '../requests/join';
import { joinLink } from './JoinLink';
import { JoinPage } from './JoinPage';

/** Adds the public page `/join` and the way to it from the sign-in page. */
export function registerJoin(app: Application): void {
  const t: Translate = translator({ t: (text, options) => app.i18n.t(text, options) });
  const base = app.getPublicPath().replace(/\/$/, '');
  const requests = joinRequests(app.apiClient);
  const Component: React.FC = () => (
    <HouseTheme>
      <JoinPage
        t={t}
        language={languageOf(app)}
        requests={requests}
        signIn={`${base}/signin`}
        invitation={new URLSearchParams(window.location.search).get('invitation')}
      />
    </HouseTheme>
  );
  app.router.add('hx-join', { path: '/join', Component, skipAuthCheck: true });
  app.addProvider(joinLink(() => t('单位、社会组织申请账号'), `${base}/join`));
}
