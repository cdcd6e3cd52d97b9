import path from 'node:path';
import type { Plugin } from '@nocobase/server';
import type { AccessControl } from '../access';
import { BrandSeeder } from '../branding';
import { keepBrandTogether } from '../branding/follow-brand';
import type { DomainDefinition } from '../domain';
import { prepareAppSwitcher } from './app-switcher';
import { publishCollections } from './collections';
import { seedActions } from './endpoints';
import type { ActionsOfResource } from '../own-actions';
import { SeedLedger } from './ledger';
import { sourceOf } from './pages/compiled/compile';
import type { CompiledPage } from './pages/compiled/snapshot';
import { CompiledPages } from './pages/compiled/store';
import { PageSeeder } from './pages/page-seeder';
import { fieldsOnForms, type FormField } from './pages/form-fields';
import { readPage } from './pages/page-nodes';
import { hideMenus, showMenus } from './pages/visibility';
import { Pieces } from './pieces';
import { WorkflowSeeder } from './workflows';

/** Collections, roles, pages, workflows and the brand are written once; from then on they are the administrator's. */
export class SeedService {
  private readonly compiled = new CompiledPages(packageFolder);
  private readonly domains = new Map<string, DomainDefinition>();
  private services?: { ledger: SeedLedger; pages: PageSeeder; workflows: WorkflowSeeder; brand: BrandSeeder };

  constructor(
    protected readonly plugin: Plugin,
    private readonly access: AccessControl,
  ) {}

  get resources(): Readonly<Record<string, ActionsOfResource>> {
    return { hxSeeds: seedActions(() => this.pieces()) };
  }

  async load(): Promise<void> {
    keepBrandTogether(this.plugin.app);
  }

  async install(): Promise<void> {
    await publishCollections(this.plugin.app.db, this.plugin.name);
    await this.parts().brand.apply(this.plugin.name);
    await prepareAppSwitcher(this.plugin.app.db);
  }

  /** Takes what a plugin ships, so that an administrator can ask for it again. */
  register(pluginName: string, domain: DomainDefinition): void {
    this.domains.set(pluginName, domain);
  }

  /** Writes what is new, lets untouched pieces follow, leaves edited ones alone. Calling it again changes nothing. */
  async apply(pluginName: string, domain: DomainDefinition): Promise<void> {
    this.register(pluginName, domain);
    await publishCollections(this.plugin.app.db, pluginName);
    await this.access.seedGrants(pluginName);
    const { pages, workflows } = this.parts();
    const inMenuOrder = [...(domain.pages ?? [])].sort((a, b) => a.sort - b.sort);
    for (const seed of inMenuOrder) await pages.apply(pluginName, seed);
    for (const key of domain.retiredPages ?? []) await pages.retire(key);
    for (const seed of domain.workflows ?? []) await workflows.apply(pluginName, seed);
    // pages of others that the plugin's roles see too
    for (const { pages: others = [] } of domain.roles ? this.domains.values() : [])
      for (const seed of others.filter(({ furtherRoles }) => furtherRoles)) await pages.showToNewRoles(seed);
  }

  async hideMenus(pluginName: string): Promise<void> {
    await hideMenus(this.plugin.app.db, this.parts().ledger, pluginName);
  }

  async showMenus(pluginName: string): Promise<void> {
    await showMenus(this.plugin.app.db, this.parts().ledger, pluginName);
  }

  /** What `npm run pages` stores with a plugin. */
  compiledPagesOf(pluginName: string): Record<string, CompiledPage> {
    const seeds = this.domains.get(pluginName)?.pages ?? [];
    const found = seeds.map(
      (seed) =>
        [seed.key, this.compiled.find(pluginName, seed.key, sourceOf(this.plugin.app.db, this.access, seed))] as const,
    );
    return Object.fromEntries(found.filter((pair): pair is [string, CompiledPage] => pair[1] !== null));
  }

  /**
   * The fields on a shipped page's forms to create a record, as the administrator has arranged them by now; none where
   * the page is gone.
   * @param key of the page, e.g. `registration/mobile-mine`
   */
  async formFields(key: string, collectionName: string): Promise<FormField[]> {
    const entry = await this.parts().ledger.find(key);
    const page = entry?.uid ? await readPage(this.plugin.app.db, entry.uid) : null;
    return page ? fieldsOnForms(page, collectionName) : [];
  }

  private pieces(): Pieces {
    return new Pieces({ ...this.parts(), domains: this.domains, access: this.access });
  }

  /** Made on first use: the database is not there yet when the plugin is constructed. */
  private parts() {
    if (this.services) return this.services;
    const { app } = this.plugin;
    const ledger = new SeedLedger(app.db);
    this.services = {
      ledger,
      pages: new PageSeeder(this.plugin, ledger, this.compiled, this.access),
      workflows: new WorkflowSeeder(app.db, ledger),
      brand: new BrandSeeder(app, ledger),
    };
    return this.services;
  }
}

/** A plugin registered from elsewhere than a package (in a test) ships no compiled pages. */
function packageFolder(pluginName: string): string | null {
  const folder = path.join(process.env.NODE_MODULES_PATH ?? path.resolve('node_modules'), pluginName);
  return pluginName.startsWith('@') ? folder : null;
}
