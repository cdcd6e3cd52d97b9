import type { PerformManyOptions, PerformOptions, RefusedItem, SettingDefinition } from '@hongxin/plugin-foundation';
import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import type { GiveConsent } from '../effects/consent';
import type { NextNumber } from '../effects/numbers';

/** What processes use of the foundation; handed in, because it exists only once the application has loaded. */
export interface ProcessServices {
  db(): Database;
  nextNumber: NextNumber;
  giveConsent: GiveConsent;
  perform(options: PerformOptions): Promise<unknown>;
  performMany(options: PerformManyOptions): Promise<void>;
  /** Those of many that nothing speaks against; the others are told. */
  performReady(options: PerformManyOptions): Promise<{ performed: number; refused: RefusedItem[] }>;
  /** A setting as the administrator left it, read anew each time, in the transaction that the caller holds. */
  setting<T>(definition: SettingDefinition<T>, transaction?: Transaction): Promise<T>;
}
