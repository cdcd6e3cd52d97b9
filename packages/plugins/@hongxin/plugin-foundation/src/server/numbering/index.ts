import type { Plugin } from '@nocobase/server';
import type { Transaction } from '@nocobase/database';
import type { NumberSeries } from '../domain';

/** Numbers from counter rows: no duplicates under concurrency, no gaps but those of rolled-back transactions. */
export class NumberService {
  protected readonly series = new Map<string, NumberSeries>();
  constructor(protected readonly plugin: Plugin) {}
  registerSeries(series: NumberSeries): void {
    this.series.set(series.name, series);
  }
  async load(): Promise<void> {}
  /** @returns the next number of a series, taken inside the caller's transaction */
  async next(_series: string, _parts: { year: number; areaCode: string }, _transaction: Transaction): Promise<string> {
    throw new Error('numbering is not loaded');
  }
}
