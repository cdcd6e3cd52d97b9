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

  /** Brings the menu back as the administrator left it, and what newer versions added meanwhile. */
  async afterEnable(): Promise<void> {
    const foundation = foundationOf(this.app);
    await foundation.seeds.showMenus(this.name);
    await foundation.applySeeds(this.name);
  }

  /** The plugin's collections are gone while it is off, so its pages leave the menu; nothing is deleted. */
  async afterDisable(): Promise<void> {
    await foundationOf(this.app).seeds.hideMenus(this.name);
  }
}
