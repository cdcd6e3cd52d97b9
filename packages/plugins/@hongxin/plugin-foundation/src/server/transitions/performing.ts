import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import type { Actor } from '../domain';
import type { EventLog } from '../events';
import type { TransitionHooks } from './hooks';
import type { PartySources } from './parties';
import type { StateGuard } from './state-guard';

/** A transition that somebody asks for. */
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
  /** States the caller has seen, before asking; the row must still be in them. */
  seenStates?: readonly string[];
  /** When the request arrived: a transition that was possible then, and no longer is, was overtaken. */
  requestedAt?: Date;
  /** The caller has made sure that this is the actor's to do: a review has asked them for it. */
  isEntrusted?: boolean;
  /** The caller is the one a gate would hand over to. */
  isUngated?: boolean;
  /** What else the event keeps. */
  details?: Readonly<Record<string, unknown>>;
}

/** What transitions are performed with. */
export interface PerformTools {
  db: Database;
  events: EventLog;
  parties: PartySources;
  guard: StateGuard;
  hooks: TransitionHooks;
}
