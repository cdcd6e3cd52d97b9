import { Plugin } from '@nocobase/client-v2';
import * as models from './models';
import { registerSettingsPages } from './settings';
import { registerWelcome } from './welcome';

/** The pack's mechanisms in the browser; the same in `/v/` and `/admin`. */
export class PluginFoundationClient extends Plugin {
  async load(): Promise<void> {
    // At once, not lazily: a field's binding to its interface must be known before menus are built.
    this.flowEngine.registerModels(models);
    registerSettingsPages(this);
    registerWelcome(this.app);
  }
}

export default PluginFoundationClient;
