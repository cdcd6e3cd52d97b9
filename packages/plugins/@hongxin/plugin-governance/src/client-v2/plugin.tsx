import { registerDeclared } from '@hongxin/plugin-foundation/client-v2';
import { Plugin } from '@nocobase/client-v2';
import { registerJoin } from './join';
import { MODELS } from './models';

/** Registers the blocks of the governance hierarchy, in both runtimes of the host. */
export class PluginGovernanceClient extends Plugin {
  async load(): Promise<void> {
    registerDeclared(this.flowEngine, MODELS);
    registerJoin(this.app);
  }
}

export default PluginGovernanceClient;
