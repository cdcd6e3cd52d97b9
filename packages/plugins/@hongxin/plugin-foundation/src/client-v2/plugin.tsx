import { Plugin } from '@nocobase/client-v2';
import { type i18n as Translations } from 'i18next';
import { registerDeclared } from './define/models';
import { MODELS, MODELS_AT_ONCE } from './models';
import { registerSettingsPages } from './settings';
import { sayMoreThan } from './view/total-of-lists';
import { registerWelcome } from './welcome';

/** The pack's mechanisms in the browser; the same in `/v/` and `/admin`. */
export class PluginFoundationClient extends Plugin {
  async load(): Promise<void> {
    this.flowEngine.registerModels(MODELS_AT_ONCE);
    registerDeclared(this.flowEngine, MODELS);
    registerSettingsPages(this);
    registerWelcome(this.app);
    sayMoreThan(this.app.i18n as unknown as Translations);
  }
}

export default PluginFoundationClient;
