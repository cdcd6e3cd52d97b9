import type { Application } from '@nocobase/server';
import type { Transaction } from '@nocobase/database';
import type { City } from '../city/types';
import type { References } from './references';

export interface StageContext {
  app: Application;
  city: City;
  transaction: Transaction;
  references: References;
}

/** A part of the city that is loaded in one transaction. Its name is stable: it is how a resumed load knows it. */
export interface Stage {
  name: string;
  /** What the progress line says. */
  title: string;
  /** @returns how many rows it wrote */
  load(context: StageContext): Promise<number>;
}
