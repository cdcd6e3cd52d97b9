import { Plugin } from '@nocobase/client-v2';
import { WithProgress } from './WithProgress';

/** Says how far the demo city is, as long as it is being loaded. */
export class PluginLongkouClient extends Plugin {
  async load(): Promise<void> {
    this.app.addProvider(WithProgress);
  }
}

export default PluginLongkouClient;
