import type { Reason } from '@hongxin/rules/mechanism';
import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { AssigneeRegistry } from '../assignees/registry';
import type { Background } from '../background';
import type { Clock } from '../clock';
import type { Runs } from '../runs';
import type { TaskCounter } from '../tasks/counter';
import type { Occasion, Told } from '../tasks/occasions';

/** What the steps of a review work with. */
export interface ReviewTools {
  app: Application;
  db: Database;
  assignees: AssigneeRegistry;
  clock: Clock;
  notices: TellsPeople;
  counter: TaskCounter;
  background: Background;
  runs: Runs;
  mandates: KeepsMandates;
  /** A reason in Chinese, for what is stored. */
  describe(reason: Reason): string;
}

export interface TellsPeople {
  /** Once the transaction is through. */
  afterCommit(transaction: Transaction, occasion: Occasion, tasks: readonly Told[]): void;
  send(occasion: Occasion, tasks: readonly Told[]): Promise<void>;
}

/** What has changed: whose posts, roles or accounts, and at which places somebody came or went. */
export interface MandateChange {
  userIds?: readonly number[];
  areaCodes?: readonly string[];
  /** Tasks whose account is gone. */
  orphans?: boolean;
  /** A kind of post or a rule itself: every step is looked at again. */
  all?: boolean;
}

/** Keeps tasks with those who may decide them. */
export interface KeepsMandates {
  /** Looks at the steps that a change concerns once it is committed. */
  changed(change: MandateChange, transaction?: Transaction): void;
  /** Before a person's list is shown: their tasks, and those of whom they stand in for, are theirs today. */
  settle(userId: number): Promise<void>;
  /** Steps of these keys, one after the other; one that fails does not keep the others. */
  lookAt(stepIds: readonly string[]): Promise<void>;
}
