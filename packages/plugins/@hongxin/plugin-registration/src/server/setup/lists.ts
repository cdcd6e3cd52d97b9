import { foundationOf, handler } from '@hongxin/plugin-foundation';
import { governanceOf } from '@hongxin/plugin-governance';
import type { Application } from '@nocobase/server';
import { claimableAction } from '../claiming/claimable';
import { takeOnAction } from '../claiming/take-on';
import { SERVICE_FIGURES } from '../figures/service-figures';
import { inviteAction } from '../inviting/action';
import { matchesAction } from '../matching/action';
import type { ProcessServices } from '../processes/services';
import { definePublicNeeds } from '../public-needs';
import { expireNeeds } from './expire-needs';

/** Registers this part's own actions, settings, figures and jobs. */
export function setUpLists(app: Application, services: ProcessServices): void {
  governanceOf(app).figures.registerFigures(SERVICE_FIGURES);
  // each asks by itself: proposals and invitations are for those in charge of the need, claiming for whom it is open to
  app.resourceManager.registerActionHandlers({
    'hxNeeds:matches': handler(matchesAction),
    'hxNeeds:invite': handler(inviteAction),
    'hxNeeds:claimable': handler(claimableAction),
    'hxNeeds:takeOn': handler(takeOnAction(services)),
  });
  app.acl.allow('hxNeeds', ['matches', 'invite', 'claimable', 'takeOn'], 'loggedIn');
  definePublicNeeds(app);
  foundationOf(app).jobs.add({
    name: 'registration.expireNeeds',
    at: '0 47 3 * * *',
    run: (now) => expireNeeds(app, now),
  });
}
