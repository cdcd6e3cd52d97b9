import type { AccessControl } from '../access';
import type { BrandSeeder } from '../branding';
import type { DomainDefinition } from '../domain';
import type { SeedEntry, SeedKind, SeedLedger } from './ledger';
import type { PageSeeder } from './pages/page-seeder';
import type { PieceState } from './piece';
import type { WorkflowSeeder } from './workflows';

interface Parts {
  ledger: SeedLedger;
  pages: PageSeeder;
  workflows: WorkflowSeeder;
  brand: BrandSeeder;
  domains: ReadonlyMap<string, DomainDefinition>;
  access: AccessControl;
}

/** A line of the settings page. */
export interface Piece {
  id: number;
  key: string;
  plugin: string;
  kind: SeedKind;
  title: string;
  /** Version in force. */
  version: number;
  /** Version this installation ships; null when the plugin is off or no longer ships the piece. */
  availableVersion: number | null;
  state: PieceState;
  updatedAt: string;
}

/** Everything that was seeded, seen as the administrator sees it. */
export class Pieces {
  constructor(private readonly parts: Parts) {}

  async list(): Promise<Piece[]> {
    const entries = await this.parts.ledger.list();
    return Promise.all(
      entries.map(async ({ id, key, plugin, kind, title, version, updatedAt, ...entry }) => {
        const state = await this.stateOf({ key, plugin, kind, title, version, ...entry });
        return {
          id,
          key,
          plugin,
          kind,
          title,
          version,
          availableVersion: this.availableVersion(plugin, kind, key, version),
          state,
          updatedAt,
        };
      }),
    );
  }

  /** @throws when this installation does not ship the piece (any more) */
  async reapply(id: number | string): Promise<boolean> {
    const entry = await this.parts.ledger.findById(id);
    if (!entry) return false;
    const { pages, workflows, brand } = this.parts;
    if (entry.kind === 'page') await pages.reapply(entry, shipped(this.pageSeed(entry.plugin, entry.key), entry));
    if (entry.kind === 'workflow')
      await workflows.reapply(entry, shipped(this.workflowSeed(entry.plugin, entry.key), entry));
    if (entry.kind === 'brand') await brand.reapply(entry);
    if (entry.kind === 'role') await this.parts.access.reapplyGrant(entry.key);
    return true;
  }

  private async stateOf(entry: SeedEntry): Promise<PieceState> {
    const { pages, workflows, brand } = this.parts;
    if (entry.kind === 'page') return pages.stateOf(entry);
    if (entry.kind === 'workflow') return workflows.stateOf(entry);
    if (entry.kind === 'brand') return brand.stateOf(entry);
    if (entry.kind === 'role') return this.parts.access.grantState(entry.key, entry.options);
    return 'unchanged';
  }

  private availableVersion(plugin: string, kind: SeedKind, key: string, version: number): number | null {
    if (kind === 'page') return this.pageSeed(plugin, key)?.version ?? null;
    if (kind === 'workflow') return this.workflowSeed(plugin, key)?.version ?? null;
    return Math.max(1, version);
  }

  private pageSeed(plugin: string, key: string) {
    return this.parts.domains.get(plugin)?.pages?.find((seed) => seed.key === key);
  }

  private workflowSeed(plugin: string, key: string) {
    return this.parts.domains.get(plugin)?.workflows?.find((seed) => `workflow/${seed.key}` === key);
  }
}

function shipped<T>(seed: T | undefined, entry: SeedEntry): T {
  if (!seed) throw new Error(`${entry.plugin} ships no ${entry.key}`);
  return seed;
}
