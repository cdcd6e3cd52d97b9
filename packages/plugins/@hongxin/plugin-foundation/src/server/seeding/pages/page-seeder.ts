import type { Plugin } from '@nocobase/server';
import type { PageSeed } from '../../domain';
import type { SeedEntry, SeedLedger } from '../ledger';
import type { PieceState } from '../piece';
import { fingerprint } from './fingerprint';
import { createMenuPage } from './menu';
import { readPage } from './page-nodes';
import { writePage } from './page-writer';
import { grantPage, withholdFromDefaultRole } from './route-permissions';

/** Writes pages once, lets untouched ones follow new versions, and leaves the administrator's alone. */
export class PageSeeder {
  constructor(
    private readonly plugin: Plugin,
    private readonly ledger: SeedLedger,
  ) {}

  /** @throws naming the page and what NocoBase said about it */
  async apply(pluginName: string, seed: PageSeed): Promise<void> {
    await this.named(seed, async () => {
      const entry = await this.ledger.find(seed.key);
      if (!entry || (entry.status === 'writing' && !entry.uid)) return this.create(pluginName, seed);
      if (entry.status !== 'writing' && entry.version >= seed.version) return this.grantNewRoles(entry, seed);
      const state = entry.status === 'writing' ? 'unchanged' : await this.stateOf(entry);
      if (state === 'removed') return this.ledger.save({ ...entry, status: 'removed' });
      if (state !== 'unchanged') return this.ledger.save({ ...entry, status: 'outdated' });
      return this.replace(entry, seed);
    });
  }

  /** Replaces what is there, edited or deleted, by the shipped version: the administrator asked for it. */
  async reapply(entry: SeedEntry, seed: PageSeed): Promise<void> {
    await this.named(seed, async () => {
      const present = entry.uid && (await readPage(this.plugin.app.db, entry.uid));
      return present ? this.replace(entry, seed) : this.create(entry.plugin, seed);
    });
  }

  async stateOf(entry: SeedEntry): Promise<PieceState> {
    const page = entry.uid ? await readPage(this.plugin.app.db, entry.uid) : null;
    if (!page || entry.status === 'removed') return 'removed';
    if ((await fingerprint(this.plugin.app.db, page)) === entry.appliedHash) return 'unchanged';
    return entry.status === 'outdated' ? 'outdated' : 'edited';
  }

  private async create(pluginName: string, seed: PageSeed): Promise<void> {
    const { route, schemaUid } = await createMenuPage(this.plugin, seed);
    const entry: SeedEntry = {
      key: seed.key,
      plugin: pluginName,
      kind: 'page',
      title: seed.item.title,
      version: 0,
      appliedHash: null,
      uid: schemaUid,
      status: 'writing',
      options: { layout: seed.layout, roles: [] },
    };
    await this.ledger.save(entry);
    await this.replace(entry, seed);
    const fresh = await readPage(this.plugin.app.db, schemaUid);
    await withholdFromDefaultRole(this.plugin.app.db, fresh?.route ?? route, seed.roles);
  }

  private async replace(entry: SeedEntry, seed: PageSeed): Promise<void> {
    const { db } = this.plugin.app;
    const schemaUid = String(entry.uid);
    await this.ledger.save({ ...entry, status: 'writing' });
    await writePage(this.plugin, schemaUid, seed);
    const page = await readPage(db, schemaUid);
    if (!page) throw new Error('the page disappeared while it was written');
    await grantPage(db, page.route, seed.roles);
    const appliedHash = await fingerprint(db, page);
    const options = { ...entry.options, roles: seed.roles };
    await this.ledger.save({
      ...entry,
      title: seed.item.title,
      version: seed.version,
      appliedHash,
      status: 'current',
      options,
    });
    this.plugin.log.info(`page ${seed.key} written in version ${seed.version}`);
  }

  /** A role that joined the seed's list later gets the page; roles the administrator has taken it from do not. */
  private async grantNewRoles(entry: SeedEntry, seed: PageSeed): Promise<void> {
    const before = (entry.options.roles ?? []) as string[];
    const added = seed.roles.filter((role) => !before.includes(role));
    const page = added.length > 0 && entry.uid ? await readPage(this.plugin.app.db, entry.uid) : null;
    if (!page) return;
    await grantPage(this.plugin.app.db, page.route, added);
    await this.ledger.save({ ...entry, options: { ...entry.options, roles: seed.roles } });
  }

  private async named(seed: PageSeed, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw new Error(`page ${seed.key} (${seed.item.title}) could not be written: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
}
