import {
  pageOf,
  registerDeclared,
  registerOffer,
  registerRecordNote,
  textsOf,
} from '@hongxin/plugin-foundation/client-v2';
import { Plugin } from '@nocobase/client-v2';
import { CapacityNote, CARRIED_COLLECTIONS } from './balance/capacity-notes';
import { NAMESPACE } from './constants';
import { MODELS } from './models';
import { NEED_PATH, PUBLIC_NEEDS_PATH } from './public-needs/address';
import { OFFERS } from '../shared/offers';

/** 双报到 in the browser; the same in `/v/` and `/admin`. */
export class PluginRegistrationClient extends Plugin {
  async load(): Promise<void> {
    const texts = textsOf(NAMESPACE);
    const publicNeeds = pageOf(texts, () => import('./public-needs/PublicNeedsPage'));
    const need = pageOf(texts, () => import('./claiming/NeedPage'));
    registerDeclared(this.flowEngine, MODELS);
    for (const { collection, field, offer } of OFFERS) registerOffer(collection, field, offer);
    for (const collection of CARRIED_COLLECTIONS)
      registerRecordNote(collection, { Note: CapacityNote, namespace: NAMESPACE });
    this.app.router.add('hxPublicNeeds', { path: PUBLIC_NEEDS_PATH, Component: publicNeeds, skipAuthCheck: true });
    this.app.router.add('hxNeed', { path: NEED_PATH, Component: need });
  }
}

export default PluginRegistrationClient;
