import { handler } from '@hongxin/plugin-foundation';
import { governanceOf } from '@hongxin/plugin-governance';
import type { Application } from '@nocobase/server';
import { SERVICE_FIGURES } from '../figures/service-figures';
import { matchesAction } from '../matching/action';
import { definePublicNeeds } from '../public-needs';
import { expireNeeds } from './expire-needs';

/** Registers this part's own actions, settings, figures and jobs. */
export function setUpLists(app: Application): void {
  governanceOf(app).figures.registerFigures(SERVICE_FIGURES);
  // who may see proposals is the action's own business: those in charge of the need
  app.resourceManager.registerActionHandlers({ 'hxNeeds:matches': handler(matchesAction) });
  app.acl.allow('hxNeeds', 'matches', 'loggedIn');
  definePublicNeeds(app);
  app.cronJobManager.addJob({
    cronTime: '0 47 3 * * *',
    onTick: () => {
      app.lockManager
        .runExclusive('hx.expireNeeds', () => expireNeeds(app, new Date()), 600_000)
        .catch((error: Error) => app.logger.error(`expiring needs: ${error.message}`));
    },
  });
}
