import { Plugin } from '@nocobase/client-v2';
import { registerJoin } from './join';
import * as models from './models';

/** Registers the blocks of the governance hierarchy, in both runtimes of the host. */
export class PluginGovernanceClient extends Plugin {
  async load(): Promise<void> {
    this.flowEngine.registerModels(models);
    registerJoin(this.app);
  }
}

export default PluginGovernanceClient;
