import { Plugin } from '@nocobase/client-v2';
import { registerDeclared } from './define/models';
import { MODELS, MODELS_AT_ONCE } from './models';
import { registerSettingsPages } from './settings';
import { registerWelcome } from './welcome';

/** The pack's mechanisms in the browser; the same in `/v/` and `/admin`. */
export class PluginFoundationClient extends Plugin {
  async load(): Promise<void> {
    this.flowEngine.registerModels(MODELS_AT_ONCE);
    registerDeclared(this.flowEngine, MODELS);
    registerSettingsPages(this);
    registerWelcome(this.app);
  }
}

export default PluginFoundationClient;
