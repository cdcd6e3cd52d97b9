import { chinaYear, counterKey, formatNumber } from '@hongxin/rules/mechanism';
import type { Model, Transaction } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { clock } from '../clock';
import type { NumberSeries } from '../domain';
import { refuse } from '../errors';
import { memoryOf, type StepMemory } from '../database/step-memory';
import { giveBack, takeNumbers } from './counter';
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
  /** Numbers taken for a step of many records and not handed out yet, by counter. */
  private readonly reserves = new WeakMap<StepMemory, Map<string, string[]>>();

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
    const memory = memoryOf(transaction);
    const number = memory
      ? await this.nextOfMany(memory, known, parts, transaction)
      : (await this.take(known, parts, 1, transaction))[0];
    this.issued.add(transaction, number);
    return number;
  }

  /** Takes numbers for all that take the step; those nobody needed are given back while the counter is still ours. */
  private async nextOfMany(
    memory: StepMemory,
    series: NumberSeries,
    parts: SeriesParts,
    transaction: Transaction,
  ): Promise<string> {
    const reserves = this.reserves.get(memory) ?? new Map<string, string[]>();
    this.reserves.set(memory, reserves);
    const key = counterKey(series.name, parts, series.pattern);
    const known = reserves.get(key);
    const reserve = known?.length ? known : await this.take(series, parts, memory.size, transaction);
    if (!known)
      memory.closing.push(() => giveBack(this.plugin.app.db, key, reserves.get(key)?.length ?? 0, transaction));
    const [number, ...left] = reserve;
    reserves.set(key, left);
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
    return Array.from({ length: count }, (_each, index) =>
      formatNumber(pattern, { ...parts, sequence: last - count + 1 + index }),
    );
  }

  /** Numbers the rows in their order, with one counter statement per scope. */
  private async fill(series: NumberSeries, rows: Model[], transaction: Transaction | undefined): Promise<void> {
    const scopes = new Map<string, { parts: SeriesParts; rows: Model[] }>();
    const areaCodes = await this.areaCodesOf(rows, transaction);
    for (const [index, row] of rows.entries()) {
      const parts = { year: Number(row.get('year')) || chinaYear(clock.now()), areaCode: areaCodes[index] };
      const key = counterKey(series.name, parts, series.pattern);
      const scope = scopes.get(key) ?? { parts, rows: [] };
      scope.rows.push(row);
      scopes.set(key, scope);
    }
    // Counters are locked in the order of their keys: two imports never wait for each other in a circle.
    for (const [, { parts, rows: members }] of [...scopes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const numbers = await this.take(series, parts, members.length, transaction);
      members.forEach((row, index) => {
        this.issued.add(transaction, numbers[index]);
        row.set(series.field ?? 'number', numbers[index]);
      });
    }
  }

  /** The rows' area codes; from their areas where the column is filled only later on the way to the database. */
  private async areaCodesOf(rows: readonly Model[], transaction: Transaction | undefined): Promise<string[]> {
    const { db } = this.plugin.app;
    const ownCode = (row: Model): string => String(row.get('areaCode') ?? '');
    const areaOf = (row: Model): string => String(row.get('areaId') ?? '');
    const wanted = new Set(rows.filter((row) => ownCode(row) === '').map(areaOf));
    wanted.delete('');
    const areas: Model[] =
      wanted.size > 0 && db.hasCollection('hxAreas')
        ? await db.getModel('hxAreas').findAll({ attributes: ['id', 'code'], where: { id: [...wanted] }, transaction })
        : [];
    const codes = new Map(areas.map((area) => [String(area.get('id')), String(area.get('code') ?? '')]));
    return rows.map((row) => ownCode(row) || (codes.get(areaOf(row)) ?? ''));
  }
}
