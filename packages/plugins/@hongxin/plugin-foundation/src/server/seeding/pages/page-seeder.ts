import type { Plugin } from '@nocobase/server';
import type { AccessDeclarations } from '../../access/declarations';
import type { PageSeed } from '../../domain';
import type { SeedEntry, SeedLedger } from '../ledger';
import type { PieceState } from '../piece';
import { compile, sourceOf } from './compiled/compile';
import { insertCompiled } from './compiled/insert';
import type { CompiledPages } from './compiled/store';
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
    private readonly compiled: CompiledPages,
    private readonly access: AccessDeclarations,
  ) {}

  /** @throws naming the page and what NocoBase said about it */
  async apply(pluginName: string, seed: PageSeed): Promise<void> {
    await this.named(seed, async () => {
      const entry = await this.ledger.find(seed.key);
      if (!entry) return this.create(pluginName, seed);
      if (entry.status === 'writing') return this.reapply(entry, seed); // a start that was cut off is taken up again
      if (entry.version >= seed.version) return this.grantNewRoles(entry, seed);
      const state = await this.stateOf(entry);
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

  /**
   * Takes a page that is no longer shipped out of the menu, once. One that somebody edited stays, and one that an
   * administrator shows again stays shown.
   */
  async retire(key: string): Promise<void> {
    const entry = await this.ledger.find(key);
    if (!entry || entry.options.retired || (await this.stateOf(entry)) !== 'unchanged') return;
    const page = await readPage(this.plugin.app.db, String(entry.uid));
    await page?.route.update({ hideInMenu: true });
    await this.ledger.save({ ...entry, options: { ...entry.options, retired: true } });
    this.plugin.log.info(`page ${key} is no longer shipped and was hidden`);
  }

  /** Roles of a plugin that came after the page was written. */
  async showToNewRoles(seed: PageSeed): Promise<void> {
    const entry = await this.ledger.find(seed.key);
    if (entry && entry.status !== 'writing') await this.grantNewRoles(entry, seed);
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
    const source = sourceOf(this.plugin.app.db, this.access, seed);
    const compiled = this.compiled.find(pluginName, seed.key, source);
    if (compiled) {
      await insertCompiled(this.plugin.app.db, schemaUid, compiled);
      await this.finish(entry, seed);
    } else {
      await this.replace(entry, seed);
      const built = await readPage(this.plugin.app.db, schemaUid);
      const page = built && compile(source, built);
      if (page) this.compiled.keep(page);
    }
    const fresh = await readPage(this.plugin.app.db, schemaUid);
    await withholdFromDefaultRole(this.plugin.app.db, fresh?.route ?? route, this.rolesOf(seed));
  }

  private async replace(entry: SeedEntry, seed: PageSeed): Promise<void> {
    await this.ledger.save({ ...entry, status: 'writing' });
    await writePage(this.plugin.app, this.access, String(entry.uid), seed);
    await this.finish(entry, seed);
  }

  private async finish(entry: SeedEntry, seed: PageSeed): Promise<void> {
    const { db } = this.plugin.app;
    const page = await readPage(db, String(entry.uid));
    if (!page) throw new Error('the page disappeared while it was written');
    await grantPage(db, page.route, this.newRoles(entry, seed));
    const appliedHash = await fingerprint(db, page);
    const options = { ...entry.options, roles: this.rolesOf(seed) };
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

  private async grantNewRoles(entry: SeedEntry, seed: PageSeed): Promise<void> {
    const added = this.newRoles(entry, seed);
    const page = added.length > 0 && entry.uid ? await readPage(this.plugin.app.db, entry.uid) : null;
    if (!page) return;
    await grantPage(this.plugin.app.db, page.route, added);
    await this.ledger.save({ ...entry, options: { ...entry.options, roles: this.rolesOf(seed) } });
  }

  private rolesOf({ roles, furtherRoles }: PageSeed): string[] {
    const others = furtherRoles ? this.access.roles.ofOthers().map(([role]) => role) : [];
    return [...roles, ...others];
  }

  /** A role that joined the seed's list later gets the page; one the administrator has taken it from does not get it back. */
  private newRoles(entry: SeedEntry, seed: PageSeed): string[] {
    const before = (entry.options.roles ?? []) as string[];
    return this.rolesOf(seed).filter((role) => !before.includes(role));
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
