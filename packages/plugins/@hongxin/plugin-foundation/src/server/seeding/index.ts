import type { Plugin } from '@nocobase/server';
import type { DomainDefinition } from '../domain';
import { publishCollections } from './collections';
import { SeedLedger } from './ledger';
import { PageSeeder } from './pages/page-seeder';

/** Pages, roles and workflows are written once; from then on they are the administrator's. */
export class SeedService {
  private ledgerOrNone?: SeedLedger;

  constructor(protected readonly plugin: Plugin) {}

  get ledger(): SeedLedger {
    this.ledgerOrNone ??= new SeedLedger(this.plugin.app.db);
    return this.ledgerOrNone;
  }

  async load(): Promise<void> {}

  async install(): Promise<void> {
    await publishCollections(this.plugin.app.db, this.plugin.name);
  }

  /** Writes what is new, lets untouched pieces follow, leaves edited ones alone. Calling it again changes nothing. */
  async apply(pluginName: string, domain: DomainDefinition): Promise<void> {
    await publishCollections(this.plugin.app.db, pluginName);
    const pages = new PageSeeder(this.plugin, this.ledger);
    const inOrder = [...(domain.pages ?? [])].sort((a, b) => a.sort - b.sort);
    for (const seed of inOrder) await pages.apply(pluginName, seed);
  }
}
