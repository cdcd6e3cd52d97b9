import { Plugin } from '@nocobase/server';
import type { DomainDefinition } from './domain';
import { foundationOf } from './foundation-of';

/**
 * Base class of every domain plugin: declare `domain`, and the foundation does the rest.
 * Collections under `collections/` and migrations under `migrations/` are loaded by NocoBase itself.
 */
export abstract class DomainPlugin extends Plugin {
  abstract readonly domain: DomainDefinition;

  async load(): Promise<void> {
    foundationOf(this.app).register(this.name, this.domain);
  }

  async install(): Promise<void> {
    await foundationOf(this.app).applySeeds(this.name);
  }

  async upgrade(): Promise<void> {
    await foundationOf(this.app).applySeeds(this.name);
  }
}
