import type { Plugin } from '@nocobase/server';
import type { AreaGrantProvider } from '../domain';

export { currentIdentity, runAs, runAsSystem, type Identity } from './identity';

/** Resolves who is behind each request and where their posts reach. */
export class Identities {
  private provider: AreaGrantProvider = async () => [];

  constructor(protected readonly plugin: Plugin) {}

  /** plugin-governance says which areas a user's current posts give. */
  provideAreaGrants(provider: AreaGrantProvider): void {
    this.provider = provider;
  }

  async load(): Promise<void> {
    this.plugin.log.debug(`area grants by ${this.provider.name}`);
  }
}
