import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { NumberService } from '../numbering';
import type { ConsentEntry, Consents } from '../privacy/consents';
import type { SettingDefinition, SettingsService } from '../settings';
import type { PerformManyOptions, PerformOptions, RefusedItem, TransitionService } from '../transitions';

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

/** The mechanisms behind them. */
export interface Mechanisms {
  numbers: NumberService;
  privacy: { consents: Consents };
  transitions: TransitionService;
  settings: SettingsService;
}

export function servicesOf(app: Application, mechanisms: () => Mechanisms): Services {
  return {
    app,
    db: app.db,
    nextNumber: (...given) => mechanisms().numbers.next(...given),
    giveConsent: (...given) => mechanisms().privacy.consents.give(...given),
    perform: (options) => mechanisms().transitions.perform(options),
    performMany: (options) => mechanisms().transitions.performMany(options),
    performReady: (options) => mechanisms().transitions.performReady(options),
    setting: (...given) => mechanisms().settings.get(...given),
  };
}
