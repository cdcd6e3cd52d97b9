import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { foundationOf } from '../foundation-of';
import type { ConsentEntry } from '../privacy/consents';
import type { SettingDefinition } from '../settings';
import type { PerformManyOptions, PerformOptions, RefusedItem } from '../transitions';

/** What parts use of the mechanisms; handed in, because they exist only once the application has loaded. */
export interface Services {
  app: Application;
  db: Database;
  /** Takes the next number of a series. */
  nextNumber(series: string, parts: { year: number; areaCode: string }, transaction: Transaction): Promise<string>;
  giveConsent(entry: ConsentEntry, transaction: Transaction): Promise<void>;
  perform(options: PerformOptions): Promise<unknown>;
  performMany(options: PerformManyOptions): Promise<void>;
  /** Those of many that nothing speaks against; the others are told. */
  performReady(options: PerformManyOptions): Promise<{ performed: number; refused: RefusedItem[] }>;
  /** A setting as the administrator left it, read anew each time, in the transaction that the caller holds. */
  setting<T>(definition: SettingDefinition<T>, transaction?: Transaction): Promise<T>;
}

export function servicesOf(app: Application): Services {
  const foundation = () => foundationOf(app);
  return {
    app,
    db: app.db,
    nextNumber: (...given) => foundation().numbers.next(...given),
    giveConsent: (...given) => foundation().privacy.consents.give(...given),
    perform: (options) => foundation().transitions.perform(options),
    performMany: (options) => foundation().transitions.performMany(options),
    performReady: (options) => foundation().transitions.performReady(options),
    setting: (...given) => foundation().settings.get(...given),
  };
}
