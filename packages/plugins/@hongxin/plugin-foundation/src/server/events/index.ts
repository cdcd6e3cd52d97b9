import { randomUUID } from 'node:crypto';
import { redactIdentifiers } from '@hongxin/rules/mechanism';
import type { Plugin } from '@nocobase/server';
import type { Transaction } from '@nocobase/database';
import { clock } from '../clock';
import { refuse } from '../errors';
import { handler } from '../handler';
import { runAsSystem } from '../identity';
import { eventDigest } from '../trace/digest';
import type { TraceKeys } from '../trace/keys';
import { asStored } from './as-stored';
import { makeAppendOnly } from './append-only';
import { guardClosedCollections } from './closed-collections';

/** One row of hxEvents (contract, architecture.md §3). */
export interface EventEntry {
  collectionName: string;
  recordId: string;
  /** Name of the transition, or of what else happened: 'reveal', 'export', 'import', … */
  transition: string;
  from?: string | null;
  to?: string | null;
  actorId: number | null;
  /** Looked up when left out: the log keeps the name of the day, whatever becomes of the account. */
  actorName?: string | null;
  onBehalfOfId?: number | null;
  opinion?: string | null;
  /** What else is worth keeping: field names, counts, filters; never personal data in clear. */
  details?: Record<string, unknown>;
  at?: Date;
}

/** What links events to their chains. */
export interface EventChains {
  keys: TraceKeys;
  install(): Promise<void>;
  /** Links the events of a transaction soon after its commit. */
  sealAfter(transaction: Transaction): void;
}

/** The append-only log of every decision. */
export class EventLog {
  constructor(
    protected readonly plugin: Plugin,
    private readonly trace: EventChains,
  ) {}

  beforeLoad(): void {
    const { db, resourceManager } = this.plugin.app;
    const refuseChange = (): never => {
      throw refuse(403, 'APPEND_ONLY', { collection: 'hxEvents' });
    };
    for (const hook of ['beforeUpdate', 'beforeDestroy', 'beforeBulkUpdate', 'beforeBulkDestroy']) {
      db.on(`hxEvents.${hook}`, refuseChange);
    }
    resourceManager.use(handler(guardClosedCollections), { tag: 'hxClosedCollections', after: 'acl' });
  }

  /** Makes hxEvents append-only in the database itself, and begins its chains. */
  async install(): Promise<void> {
    for (const name of ['hxEvents', 'hxEventSeals']) await makeAppendOnly(this.plugin.app.db, name);
    await this.trace.install();
  }

  /** @returns the id of the new row */
  async append(entry: EventEntry, transaction: Transaction): Promise<string> {
    const actorName = entry.actorName === undefined ? await this.nameOf(entry.actorId, transaction) : entry.actorName;
    const values = this.signed({ ...entry, actorName });
    const row = await runAsSystem(() => this.plugin.app.db.getModel('hxEvents').create(values, { transaction }));
    this.trace.sealAfter(transaction);
    return String(row.get('id'));
  }

  /** @returns the ids of the new rows, in their order; one statement for all */
  async appendMany(entries: readonly EventEntry[], transaction: Transaction): Promise<string[]> {
    const names = new Map<number | null, string | null>();
    for (const { actorId } of entries) {
      if (!names.has(actorId)) names.set(actorId, await this.nameOf(actorId, transaction));
    }
    const rows = entries.map((entry) =>
      this.signed({ ...entry, actorName: entry.actorName === undefined ? names.get(entry.actorId) : entry.actorName }),
    );
    const written = await runAsSystem(() => this.plugin.app.db.getModel('hxEvents').bulkCreate(rows, { transaction }));
    this.trace.sealAfter(transaction);
    return written.map((row) => String(row.get('id')));
  }

  /** The row with its digest: whoever has no key can neither write nor change one unseen. */
  private signed(entry: EventEntry) {
    const { current } = this.trace.keys;
    const opinion = entry.opinion ? redactIdentifiers(entry.opinion) : null;
    const values = { ...asStored({ ...entry, opinion }), uid: randomUUID(), at: entry.at ?? clock.now() };
    return { ...values, keyId: current.id, digest: eventDigest(current, values) };
  }

  private async nameOf(userId: number | null, transaction: Transaction): Promise<string | null> {
    if (userId === null) return null;
    const user = await this.plugin.app.db
      .getModel('users')
      .findByPk(userId, { attributes: ['nickname', 'username'], transaction });
    return user ? String(user.get('nickname') ?? user.get('username') ?? '') : null;
  }
}
