import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import { clock } from '../clock';
import { eventDigest, headMac, linkHash } from './digest';
import { ALL_CHAINS, HeadOfHeads } from './head-of-heads';
import type { TraceKeys } from './keys';
import { CHAIN_START, type StoredEvent } from './sealer';

const BATCH = 2000;
/** Most problems that are listed; the rest is counted. */
const MAX_PROBLEMS = 200;

/**
 * altered: the row no longer says what was written. removed: a row is gone. inserted: a row the application did not
 * write. chain: a link is missing or forged. truncated: the newest links are missing. unknownKey: sealed with a key
 * this installation does not have. mismatch: the chain does not pass through a head noted earlier. heads: the ends of
 * the chains are not those that were signed together, a whole chain is missing or an older end was put back.
 */
export type ProblemKind =
  'altered' | 'removed' | 'inserted' | 'chain' | 'truncated' | 'unknownKey' | 'mismatch' | 'heads';

export interface TraceProblem {
  kind: ProblemKind;
  collectionName: string;
  eventId: string | null;
  sequence: number | null;
}

/** The end of a chain: worth keeping outside the installation, for a later `verify` to compare with. */
export interface ChainHead {
  sequence: number;
  hash: string;
}

export interface Verification {
  ok: boolean;
  checkedAt: string;
  /** Events in the log, and those of them whose link is still to come. */
  events: number;
  waiting: number;
  chains: Record<string, ChainHead>;
  problemCount: number;
  problems: TraceProblem[];
}

type LinkRow = {
  linkCollection: string;
  sequence: string;
  eventId: string;
  eventDigest: string;
  prevHash: string;
  hash: string;
  linkKey: string;
  adopted: boolean;
} & { [Name in keyof StoredEvent]: StoredEvent[Name] | null };

/** Reads the whole log once, in one snapshot, and compares it with its chains. */
export class TraceVerifier {
  private readonly problems: TraceProblem[] = [];
  private count = 0;
  private readonly chains: Record<string, ChainHead> = {};

  constructor(
    private readonly db: Database,
    private readonly keys: TraceKeys,
    /** Heads noted earlier. */
    private readonly expected: Readonly<Record<string, ChainHead>> = {},
  ) {}

  async run(): Promise<Verification> {
    return this.db.sequelize.transaction(async (transaction) => {
      await this.db.sequelize.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY', { transaction });
      const names = await this.rows<{ name: string }>(
        `SELECT "collectionName" AS name FROM {hxEventSeals} UNION SELECT "collectionName" FROM {hxEventHeads} ORDER BY 1`,
        {},
        transaction,
      );
      for (const { name } of names) if (name !== ALL_CHAINS) await this.chain(name, transaction);
      if (!(await new HeadOfHeads(this.db, this.keys).stands(transaction)))
        this.report('heads', ALL_CHAINS, null, null);
      const waiting = await this.unlinked(transaction);
      for (const [name, head] of Object.entries(this.expected)) {
        if ((this.chains[name]?.sequence ?? 0) < head.sequence) this.report('mismatch', name, null, head.sequence);
      }
      const [{ events }] = await this.rows<{ events: string }>(
        'SELECT count(*) AS events FROM {hxEvents}',
        {},
        transaction,
      );
      return {
        ok: this.count === 0,
        checkedAt: clock.now().toISOString(),
        events: Number(events),
        waiting,
        chains: this.chains,
        problemCount: this.count,
        problems: this.problems,
      };
    });
  }

  private async chain(name: string, transaction: Transaction): Promise<void> {
    let head: ChainHead = { sequence: 0, hash: CHAIN_START };
    for (;;) {
      const links = await this.rows<LinkRow>(
        `SELECT s."collectionName" AS "linkCollection", s.sequence, s."eventId", s."eventDigest", s."prevHash", s.hash,
                s."keyId" AS "linkKey", s.adopted, e.*
         FROM {hxEventSeals} s LEFT JOIN {hxEvents} e ON e.id = s."eventId"
         WHERE s."collectionName" = :name AND s.sequence > :after ORDER BY s.sequence LIMIT ${BATCH}`,
        { name, after: head.sequence },
        transaction,
      );
      for (const link of links) head = this.link(link, head);
      if (links.length < BATCH) break;
    }
    this.chains[name] = head;
    await this.compareHead(name, head, transaction);
  }

  private link(row: LinkRow, before: ChainHead): ChainHead {
    const name = row.linkCollection;
    const sequence = Number(row.sequence);
    const key = this.keys.find(row.linkKey);
    if (!key) this.report('unknownKey', name, row.eventId, sequence);
    const expected =
      key &&
      linkHash(key, {
        collectionName: name,
        sequence,
        eventId: String(row.eventId),
        eventDigest: row.eventDigest,
        prevHash: row.prevHash,
      });
    const isBroken = sequence !== before.sequence + 1 || row.prevHash !== before.hash || (key && row.hash !== expected);
    if (isBroken) this.report('chain', name, row.eventId, sequence);
    if (row.id === null) this.report('removed', name, row.eventId, sequence);
    else if (key && !this.isAsSealed(row as LinkRow & StoredEvent)) this.report('altered', name, row.eventId, sequence);
    const noted = this.expected[name];
    if (noted && noted.sequence === sequence && noted.hash !== row.hash)
      this.report('mismatch', name, row.eventId, sequence);
    return { sequence, hash: row.hash };
  }

  private isAsSealed(row: LinkRow & StoredEvent): boolean {
    const key = this.keys.find(row.linkKey);
    const own = row.keyId === null ? undefined : this.keys.find(row.keyId);
    if (!key || row.eventDigest !== eventDigest(key, row)) return false;
    return row.adopted ? row.digest === null : own !== undefined && row.digest === eventDigest(own, row);
  }

  private async compareHead(name: string, { sequence, hash }: ChainHead, transaction: Transaction): Promise<void> {
    const [head] = await this.rows<{ sequence: string; hash: string; mac: string; keyId: string }>(
      'SELECT sequence, hash, mac, "keyId" FROM {hxEventHeads} WHERE "collectionName" = :name',
      { name },
      transaction,
    );
    const key = head && this.keys.find(head.keyId);
    const isEnd = head && Number(head.sequence) === sequence && head.hash === hash;
    if (!isEnd || (key && head.mac !== headMac(key, name, sequence, hash)))
      this.report('truncated', name, null, sequence);
  }

  /** @returns how many events wait for their link; those the application never wrote are reported */
  private async unlinked(transaction: Transaction): Promise<number> {
    const rows = await this.rows<StoredEvent & { isWaiting: boolean }>(
      `SELECT e.*, p."eventId" IS NOT NULL AS "isWaiting" FROM {hxEvents} e
       LEFT JOIN {hxEventsPending} p ON p."eventId" = e.id
       WHERE NOT EXISTS (SELECT 1 FROM {hxEventSeals} s WHERE s."eventId" = e.id) ORDER BY e.id LIMIT 100000`,
      {},
      transaction,
    );
    let waiting = 0;
    for (const row of rows) {
      const key = row.keyId === null ? undefined : this.keys.find(row.keyId);
      if (row.isWaiting && key && row.digest === eventDigest(key, row)) waiting += 1;
      else this.report('inserted', row.collectionName, String(row.id), null);
    }
    return waiting;
  }

  private report(kind: ProblemKind, collectionName: string, eventId: string | null, sequence: number | null): void {
    this.count += 1;
    if (this.problems.length < MAX_PROBLEMS)
      this.problems.push({ kind, collectionName, eventId: eventId === null ? null : String(eventId), sequence });
  }

  /** `{hxEvents}` in a statement is that collection's table. */
  private async rows<T>(sql: string, replacements: Record<string, unknown>, transaction: Transaction): Promise<T[]> {
    const text = sql.replace(/\{(\w+)\}/g, (_, name: string) => this.db.getCollection(name).quotedTableName());
    const [rows] = await this.db.sequelize.query(text, { replacements, transaction });
    return rows as T[];
  }
}
