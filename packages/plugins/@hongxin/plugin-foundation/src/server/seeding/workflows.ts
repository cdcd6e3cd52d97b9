import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import type { WorkflowNodeSeed, WorkflowSeed } from '../domain';
import { hashOf } from './hash';
import type { SeedEntry, SeedLedger } from './ledger';
import type { PieceState } from './piece';

/** Association methods that Sequelize gives the workflow model. */
interface WorkflowModel extends Model {
  createNode(values: Record<string, unknown>, options: { transaction: Transaction }): Promise<Model>;
}

/** Writes workflows once; a version that has run, or that an administrator has changed, is never overwritten. */
export class WorkflowSeeder {
  constructor(
    private readonly db: Database,
    private readonly ledger: SeedLedger,
  ) {}

  /** @throws naming the workflow */
  async apply(pluginName: string, seed: WorkflowSeed): Promise<void> {
    const key = `workflow/${seed.key}`;
    const entry = await this.ledger.find(key);
    if (entry && entry.version >= seed.version) return;
    const state = entry ? await this.stateOf(entry) : 'unchanged';
    if (entry && state !== 'unchanged')
      return this.ledger.save({ ...entry, status: state === 'removed' ? 'removed' : 'outdated' });
    await this.write(pluginName, seed);
  }

  async reapply(entry: SeedEntry, seed: WorkflowSeed): Promise<void> {
    await this.write(entry.plugin, seed);
  }

  async stateOf(entry: SeedEntry): Promise<PieceState> {
    const hash = await this.currentHash(String(entry.uid));
    if (hash === null || entry.status === 'removed') return 'removed';
    if (hash === entry.appliedHash) return 'unchanged';
    return entry.status === 'outdated' ? 'outdated' : 'edited';
  }

  /** A new version beside the old one: running processes finish by the version they began with. */
  private async write(pluginName: string, seed: WorkflowSeed): Promise<void> {
    try {
      await this.db.sequelize.transaction(async (transaction) => {
        const values = {
          key: seed.key,
          title: seed.title.zh,
          type: seed.type,
          config: seed.config,
          enabled: false,
          sync: false,
        };
        const workflow = (await this.db.getRepository('workflows').create({ values, transaction })) as WorkflowModel;
        await createNodes(workflow, seed.nodes, transaction);
        await workflow.update({ current: true, enabled: seed.enabled }, { transaction });
      });
    } catch (error) {
      throw new Error(`workflow ${seed.key} (${seed.title.zh}) could not be written: ${(error as Error).message}`, {
        cause: error,
      });
    }
    const appliedHash = await this.currentHash(seed.key);
    const entry = {
      key: `workflow/${seed.key}`,
      plugin: pluginName,
      kind: 'workflow',
      title: seed.title.zh,
      version: seed.version,
    } as const;
    await this.ledger.save({ ...entry, uid: seed.key, appliedHash, status: 'current' });
  }

  /** What an administrator can change of the version in force; null when the workflow is gone. */
  private async currentHash(key: string): Promise<string | null> {
    const workflow: Model | null = await this.db
      .getRepository('workflows')
      .findOne({ filter: { key, current: true }, appends: ['nodes'] });
    if (!workflow) return null;
    const { title, type, config, enabled, nodes } = workflow.toJSON() as {
      nodes: Record<string, unknown>[];
      [name: string]: unknown;
    };
    const names = new Map(nodes.map((node) => [node.id, node.key]));
    const shape = nodes
      .map((node) => ({ ...pick(node), upstream: names.get(node.upstreamId) ?? null }))
      .sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
    return hashOf({ title, type, config, enabled, nodes: shape });
  }
}

const pick = ({ key, type, title, config, branchIndex }: Record<string, unknown>) => ({
  key,
  type,
  title,
  config,
  branchIndex,
});

async function createNodes(
  workflow: WorkflowModel,
  seeds: readonly WorkflowNodeSeed[],
  transaction: Transaction,
): Promise<void> {
  const created = new Map<string, Model>();
  let previous: string | undefined;
  for (const { key, type, title, config, after = previous, branchIndex } of seeds) {
    const upstream = after === undefined ? undefined : created.get(after);
    if (after !== undefined && !upstream)
      throw new Error(`node ${key} comes after ${after}, which is not above it in the list`);
    const values = {
      key,
      type,
      title,
      config,
      upstreamId: upstream?.get('id') ?? null,
      branchIndex: branchIndex ?? null,
    };
    const node = await workflow.createNode(values, { transaction });
    if (upstream && branchIndex === undefined) await upstream.update({ downstreamId: node.get('id') }, { transaction });
    created.set(key, node);
    previous = key;
  }
}
