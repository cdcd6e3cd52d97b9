import { Plugin } from '@nocobase/client-v2';
import * as models from './models';
import { PUBLIC_NEEDS_PATH } from './public-needs/address';
import { PublicNeedsPage } from './public-needs/PublicNeedsPage';

/** 双报到 in the browser; the same in `/v/` and `/admin`. */
export class PluginRegistrationClient extends Plugin {
  async load(): Promise<void> {
    this.flowEngine.registerModels(models);
    this.app.router.add('hxPublicNeeds', { path: PUBLIC_NEEDS_PATH, Component: PublicNeedsPage, skipAuthCheck: true });
  }
}

export default PluginRegistrationClient;
