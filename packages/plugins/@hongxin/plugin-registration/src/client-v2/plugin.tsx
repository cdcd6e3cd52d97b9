import { registerOffer, registerRecordNote } from '@hongxin/plugin-foundation/client-v2';
import { Plugin } from '@nocobase/client-v2';
import { CapacityNote, CARRIED_COLLECTIONS } from './balance/capacity-notes';
import { NEED_PATH, NeedPage } from './claiming/NeedPage';
import * as models from './models';
import { PUBLIC_NEEDS_PATH } from './public-needs/address';
import { PublicNeedsPage } from './public-needs/PublicNeedsPage';
import { OFFERS } from '../shared/offers';

/** 双报到 in the browser; the same in `/v/` and `/admin`. */
export class PluginRegistrationClient extends Plugin {
  async load(): Promise<void> {
    this.flowEngine.registerModels(models);
    for (const { collection, field, offer } of OFFERS) registerOffer(collection, field, offer);
    for (const collection of CARRIED_COLLECTIONS) registerRecordNote(collection, CapacityNote);
    this.app.router.add('hxPublicNeeds', { path: PUBLIC_NEEDS_PATH, Component: PublicNeedsPage, skipAuthCheck: true });
    this.app.router.add('hxNeed', { path: NEED_PATH, Component: NeedPage });
  }
}

export default PluginRegistrationClient;
