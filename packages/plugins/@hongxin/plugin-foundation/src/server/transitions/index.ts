import type { Plugin } from '@nocobase/server';
import type { Model, Transaction } from '@nocobase/database';
import type { Actor, PartyResolver, ProcessRegistration } from '../domain';

export interface PerformOptions {
  collection: string;
  recordId: string | number;
  transition: string;
  opinion?: string | null;
  values?: Record<string, unknown>;
  actor: Actor;
  /** Joins the caller's transaction; without it one is opened. */
  transaction?: Transaction;
  now?: Date;
}

/** State changes through this door only: row lock, rights, reasons, effects, event, in one transaction. */
export class TransitionService {
  protected readonly processes = new Map<string, ProcessRegistration>();
  protected readonly parties = new Map<string, PartyResolver>();
  constructor(protected readonly plugin: Plugin) {}
  registerProcess(process: ProcessRegistration): void {
    this.processes.set(process.definition.collection, process);
  }
  registerParty(name: string, resolver: PartyResolver): void {
    this.parties.set(name, resolver);
  }
  processOf(collection: string): ProcessRegistration | undefined {
    return this.processes.get(collection);
  }
  async load(): Promise<void> {}
  async perform(_options: PerformOptions): Promise<Model> {
    throw new Error('transitions are not loaded');
  }
}
