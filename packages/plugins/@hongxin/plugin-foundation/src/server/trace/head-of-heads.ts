import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import { headMac, headsDigest } from './digest';
import type { TraceKeys } from './keys';

/** The row of hxEventHeads that stands for all the others; no collection has such a name. */
export const ALL_CHAINS = '*';

export interface StoredHead {
  collectionName: string;
  sequence: string;
  hash: string;
  mac: string;
  keyId: string;
}

/**
 * One head over the heads of all chains: a chain that is wholly gone, or whose older end was put back, leaves no trace in
 * itself, but the heads are then not those that were signed together. Only a whole log of an earlier day, put back with
 * all its heads, is as it was signed: that shows beside heads noted elsewhere (`--against`).
 */
export class HeadOfHeads {
  constructor(
    private readonly db: Database,
    private readonly keys: TraceKeys,
  ) {}

  /** Whether the heads are those that were signed together; in a log without any head there is nothing to sign. */
  async stands(transaction: Transaction): Promise<boolean> {
    const { all, heads } = await this.read(transaction);
    if (!all) return heads.length === 0;
    const key = this.keys.find(all.keyId);
    const { sequence, hash } = headsDigest(heads);
    const isSame = Number(all.sequence) === sequence && all.hash === hash;
    return isSame && key !== undefined && all.mac === headMac(key, ALL_CHAINS, sequence, hash);
  }

  /** Signs the heads as they are. Call it only where they stood before they were written. */
  async sign(transaction: Transaction): Promise<void> {
    const { heads } = await this.read(transaction);
    const { sequence, hash } = headsDigest(heads);
    const { current } = this.keys;
    const mac = headMac(current, ALL_CHAINS, sequence, hash);
    await this.db
      .getModel('hxEventHeads')
      .upsert({ collectionName: ALL_CHAINS, sequence, hash, mac, keyId: current.id }, { transaction, hooks: false });
  }

  /** For an installation from before there was one: takes the heads as they are found. */
  async adopt(transaction: Transaction): Promise<void> {
    const { all, heads } = await this.read(transaction);
    if (!all && heads.length > 0) await this.sign(transaction);
  }

  private async read(transaction: Transaction): Promise<{ all?: StoredHead; heads: StoredHead[] }> {
    const table = this.db.getCollection('hxEventHeads').quotedTableName();
    const [rows] = await this.db.sequelize.query(
      `SELECT "collectionName", sequence, hash, mac, "keyId" FROM ${table}`,
      { transaction },
    );
    const stored = rows as StoredHead[];
    return {
      all: stored.find(({ collectionName }) => collectionName === ALL_CHAINS),
      heads: stored.filter(({ collectionName }) => collectionName !== ALL_CHAINS),
    };
  }
}
