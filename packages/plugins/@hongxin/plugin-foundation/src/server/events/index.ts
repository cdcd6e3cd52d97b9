import type { Plugin } from '@nocobase/server';
import type { Transaction } from '@nocobase/database';

/** One row of hxEvents (contract, architecture.md §3). */
export interface EventEntry {
  collectionName: string;
  recordId: string;
  /** Name of the transition, or of what else happened: 'reveal', 'export', 'import', … */
  transition: string;
  from?: string | null;
  to?: string | null;
  actorId: number | null;
  onBehalfOfId?: number | null;
  opinion?: string | null;
  /** What else is worth keeping: field names, counts, filters; never personal data in clear. */
  details?: Record<string, unknown>;
  at?: Date;
}

/** The append-only log of every decision. */
export class EventLog {
  constructor(protected readonly plugin: Plugin) {}
  beforeLoad(): void {}
  async load(): Promise<void> {}
  /** Makes hxEvents append-only in the database itself. */
  async install(): Promise<void> {}
  async append(_entry: EventEntry, _transaction: Transaction): Promise<void> {}
}
