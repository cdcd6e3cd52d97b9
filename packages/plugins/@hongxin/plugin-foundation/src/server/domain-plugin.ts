import { Plugin } from '@nocobase/server';
import { foundationOf } from './foundation-of';
import { BoundedRepository } from './lists/bounded-repository';
import {
  completePart,
  joinParts,
  servicesOf,
  writeShippedRows,
  type CompletePart,
  type DomainPart,
  type Services,
} from './parts';

/**
 * Base class of every domain plugin: name the parts, and the foundation does the rest. Migrations under `migrations/` are
 * loaded by NocoBase itself, as are collections under `collections/` that no part brings.
 */
export abstract class DomainPlugin extends Plugin {
  private complete?: CompletePart;

  /** The plugin's table of contents. */
  protected abstract parts(services: Services): readonly DomainPart[];

  /** All that the parts bring, and what follows from it. */
  get domain(): CompletePart {
    return (this.complete ??= completePart(joinParts(this.parts(servicesOf(this.app, () => foundationOf(this.app))))));
  }

  async loadCollections(): Promise<void> {
    await super.loadCollections();
    for (const options of this.domain.collections ?? [])
      this.db.collection({
        repository: BoundedRepository.name,
        // beyond 300,000 rows NocoBase would say nothing of how many there are
        simplePaginate: false,
        ...options,
        origin: this.options.packageName as string,
      });
  }

  async load(): Promise<void> {
    foundationOf(this.app).register(this.name, this.domain);
  }

  async install(): Promise<void> {
    await writeShippedRows(this.db, this.domain.shippedRows ?? []);
    await foundationOf(this.app).applySeeds(this.name);
  }

  async upgrade(): Promise<void> {
    await writeShippedRows(
      this.db,
      (this.domain.shippedRows ?? []).filter(({ isNeeded }) => isNeeded),
    );
    await foundationOf(this.app).applySeeds(this.name);
    for (const work of this.domain.upgraded ?? []) await work();
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
