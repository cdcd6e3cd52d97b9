import { chinaYear, counterKey, formatNumber } from '@hongxin/rules/mechanism';
import type { Model, Transaction } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { clock } from '../clock';
import type { NumberSeries } from '../domain';
import { refuse } from '../errors';
import { takeNumbers } from './counter';
import { IssuedNumbers, NumberGuard, type NumberColumn } from './number-guard';

/** What a number is made of besides the sequence. */
export interface SeriesParts {
  year: number;
  areaCode: string;
}

/** Numbers from counter rows: no duplicates under concurrency, no gaps but those of rolled-back transactions. */
export class NumberService {
  private readonly series = new Map<string, NumberSeries>();
  private readonly columns = new Map<string, NumberColumn[]>();
  private readonly issued = new IssuedNumbers();

  constructor(private readonly plugin: Plugin) {}

  registerSeries(series: NumberSeries): void {
    this.series.set(series.name, series);
    const column: NumberColumn = {
      field: series.field ?? 'number',
      ...(series.issue === 'create' ? { fill: (rows, transaction) => this.fill(series, rows, transaction) } : {}),
    };
    const others = (this.columns.get(series.collection) ?? []).filter(({ field }) => field !== column.field);
    this.columns.set(series.collection, [...others, column]);
  }

  async load(): Promise<void> {
    new NumberGuard((collection) => this.columns.get(collection) ?? [], this.issued).watch(this.plugin.app.db);
  }

  /** @returns the next number of a series, taken inside the caller's transaction and writable within it */
  async next(series: string, parts: SeriesParts, transaction: Transaction): Promise<string> {
    const known = this.series.get(series);
    if (!known) throw new Error(`No number series "${series}" is registered`);
    const [number] = await this.take(known, parts, 1, transaction);
    return number;
  }

  private async take(
    { name, pattern }: NumberSeries,
    parts: SeriesParts,
    count: number,
    transaction: Transaction | undefined,
  ): Promise<string[]> {
    if (/\{areaCode/.test(pattern) && parts.areaCode === '') throw refuse(400, 'NUMBER_NEEDS_AREA', {}, 'areaId');
    const last = await takeNumbers(this.plugin.app.db, counterKey(name, parts, pattern), count, transaction);
    return Array.from({ length: count }, (_each, index) => {
      const number = formatNumber(pattern, { ...parts, sequence: last - count + 1 + index });
      this.issued.add(transaction, number);
      return number;
    });
  }

  /** Numbers the rows in their order, with one counter statement per scope. */
  private async fill(series: NumberSeries, rows: Model[], transaction: Transaction | undefined): Promise<void> {
    const scopes = new Map<string, { parts: SeriesParts; rows: Model[] }>();
    for (const row of rows) {
      const parts = await this.partsOf(row, transaction);
      const key = counterKey(series.name, parts, series.pattern);
      const scope = scopes.get(key) ?? { parts, rows: [] };
      scope.rows.push(row);
      scopes.set(key, scope);
    }
    // Counters are locked in the order of their keys: two imports never wait for each other in a circle.
    for (const [, { parts, rows: members }] of [...scopes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const numbers = await this.take(series, parts, members.length, transaction);
      members.forEach((row, index) => row.set(series.field ?? 'number', numbers[index]));
    }
  }

  private async partsOf(row: Model, transaction: Transaction | undefined): Promise<SeriesParts> {
    const year = Number(row.get('year')) || chinaYear(clock.now());
    return { year, areaCode: await this.areaCodeOf(row, transaction) };
  }

  /** The row's area code; from its area where the column is filled only later on the way to the database. */
  private async areaCodeOf(row: Model, transaction: Transaction | undefined): Promise<string> {
    const own: unknown = row.get('areaCode');
    if (typeof own === 'string' && own !== '') return own;
    const { db } = this.plugin.app;
    const areaId: unknown = row.get('areaId');
    if (areaId === undefined || areaId === null || !db.hasCollection('hxAreas')) return '';
    const area = await db.getModel('hxAreas').findByPk(String(areaId), { attributes: ['code'], transaction });
    return String(area?.get('code') ?? '');
  }
}
