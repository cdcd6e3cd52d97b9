import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import { clock } from '../clock';
import { eventDigest, headMac, linkHash, type EventContent } from './digest';
import { HeadOfHeads } from './head-of-heads';
import type { TraceKeys } from './keys';

/** Links written in one transaction. */
const BATCH = 500;
/** What stands before the first link of a chain. */
export const CHAIN_START = '0';

/** An event as the database holds it. */
export interface StoredEvent extends EventContent {
  id: string;
  collectionName: string;
  digest: string | null;
  keyId: string | null;
}

interface Head {
  sequence: number;
  hash: string;
}

/**
 * Gives every committed event its link in the chain of its collection, shortly after the commit. Chaining inside the
 * writer's transaction would let one writer at a time into a collection, and two transactions that touch two
 * collections could wait for each other; so the writer only signs its row, and one sealer at a time, over all
 * processes, links what has been committed. Rows are found by a note that the database itself makes, so a transaction
 * that commits late is linked late, and never forgotten.
 */
export class EventSealer {
  private readonly allHeads: HeadOfHeads;

  constructor(
    private readonly db: Database,
    private readonly keys: TraceKeys,
  ) {
    this.allHeads = new HeadOfHeads(db, keys);
  }

  /**
   * Links everything that has been committed.
   * @param patient waits for another sealer; otherwise leaves the work to it
   * @returns how many events were linked
   */
  async seal(patient: boolean): Promise<number> {
    let total = 0;
    for (;;) {
      const done = await this.db.sequelize.transaction((transaction) => this.sealBatch(patient, transaction));
      total += done.linked;
      if (!done.isMore) return total;
    }
  }

  /** Takes events from before the first link into the chains, as they are found. Does nothing once there are links. */
  async adopt(): Promise<void> {
    const { events, pending, seals } = this.tables();
    await this.db.sequelize.query(
      `INSERT INTO ${pending} ("eventId") SELECT id FROM ${events} WHERE NOT EXISTS (SELECT 1 FROM ${seals})
       ON CONFLICT DO NOTHING`,
    );
    await this.seal(true);
    await this.db.sequelize.transaction(async (transaction) => {
      await this.lock(true, transaction);
      await this.allHeads.adopt(transaction);
    });
  }

  private async sealBatch(patient: boolean, transaction: Transaction): Promise<{ linked: number; isMore: boolean }> {
    if (!(await this.lock(patient, transaction))) return { linked: 0, isMore: false };
    const { events, pending, seals } = this.tables();
    const isFirst = (
      await this.rows<{ some: boolean }>(`SELECT EXISTS (SELECT 1 FROM ${seals}) AS some`, {}, transaction)
    )[0];
    const waiting = await this.rows<StoredEvent>(
      `SELECT e.* FROM ${pending} p JOIN ${events} e ON e.id = p."eventId" ORDER BY e.id LIMIT ${BATCH}`,
      {},
      transaction,
    );
    if (waiting.length === 0) return { linked: 0, isMore: false };
    const genuine = waiting.filter((event) => this.isGenuine(event) || (!isFirst.some && event.digest === null));
    await this.link(genuine, transaction);
    // An event without a valid signature never gets a link, which is how `verify` tells it.
    const ids = waiting.map(({ id }) => String(id));
    await this.rows(`DELETE FROM ${pending} WHERE "eventId" IN (:ids) RETURNING 1`, { ids }, transaction);
    return { linked: genuine.length, isMore: waiting.length === BATCH };
  }

  private async link(events: readonly StoredEvent[], transaction: Transaction): Promise<void> {
    if (events.length === 0) return;
    const { current } = this.keys;
    // Heads that somebody has changed are not signed again: `verify` goes on telling it.
    const areSigned = await this.allHeads.stands(transaction);
    const heads = await this.heads([...new Set(events.map((event) => event.collectionName))], transaction);
    const sealedAt = clock.now();
    const links = events.map((event) => {
      const { collectionName } = event;
      const head = heads.get(collectionName) ?? { sequence: 0, hash: CHAIN_START };
      const link = {
        collectionName,
        sequence: head.sequence + 1,
        eventId: String(event.id),
        eventDigest: eventDigest(current, event),
        prevHash: head.hash,
      };
      const hash = linkHash(current, link);
      heads.set(collectionName, { sequence: link.sequence, hash });
      return { ...link, hash, keyId: current.id, adopted: event.digest === null, sealedAt };
    });
    await this.db.getModel('hxEventSeals').bulkCreate(links, { transaction, hooks: false });
    for (const [collectionName, { sequence, hash }] of heads) {
      const mac = headMac(current, collectionName, sequence, hash);
      await this.db
        .getModel('hxEventHeads')
        .upsert({ collectionName, sequence, hash, mac, keyId: current.id }, { transaction, hooks: false });
    }
    if (areSigned) await this.allHeads.sign(transaction);
  }

  private isGenuine(event: StoredEvent): boolean {
    const key = event.keyId === null ? undefined : this.keys.find(event.keyId);
    return key !== undefined && event.digest === eventDigest(key, event);
  }

  /** The ends of some chains, from the links themselves: a head row put back by somebody cannot fork a chain. */
  private async heads(names: readonly string[], transaction: Transaction): Promise<Map<string, Head>> {
    const { seals } = this.tables();
    const rows = await this.rows<{ collectionName: string; sequence: string; hash: string }>(
      `SELECT DISTINCT ON ("collectionName") "collectionName", sequence, hash FROM ${seals}
       WHERE "collectionName" IN (:names) ORDER BY "collectionName", sequence DESC`,
      { names },
      transaction,
    );
    return new Map(
      rows.map(({ collectionName, sequence, hash }) => [collectionName, { sequence: Number(sequence), hash }]),
    );
  }

  private async lock(patient: boolean, transaction: Transaction): Promise<boolean> {
    const call = patient ? 'pg_advisory_xact_lock' : 'pg_try_advisory_xact_lock';
    const [row] = await this.rows<{ locked: unknown }>(
      `SELECT ${call}(hashtext('hongxin/seal')) AS locked`,
      {},
      transaction,
    );
    return patient || row.locked === true;
  }

  private tables(): { events: string; pending: string; seals: string } {
    const table = (name: string) => this.db.getCollection(name).quotedTableName();
    return { events: table('hxEvents'), pending: table('hxEventsPending'), seals: table('hxEventSeals') };
  }

  private async rows<T>(sql: string, replacements: Record<string, unknown>, transaction: Transaction): Promise<T[]> {
    const [rows] = await this.db.sequelize.query(sql, { replacements, transaction });
    return rows as T[];
  }
}
