import { Plugin } from '@nocobase/client-v2';
import * as models from './models';

/** 双报到 in the browser; the same in `/v/` and `/admin`. */
export class PluginRegistrationClient extends Plugin {
  async load(): Promise<void> {
    this.flowEngine.registerModels(models);
  }
}

export default PluginRegistrationClient;
