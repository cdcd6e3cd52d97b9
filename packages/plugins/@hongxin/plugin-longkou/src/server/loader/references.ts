import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import { organizationKey } from '../city/organizations';
import type { City } from '../city/types';

type Row = Record<string, unknown>;

/** Finds the ids of rows that earlier stages wrote, by what is unique about them, so that a load can be resumed. */
export class References {
  private readonly tables = new Map<string, Promise<ReadonlyMap<string, string>>>();
  private lastRead: Promise<unknown> = Promise.resolve();
  private readonly phoneOf: ReadonlyMap<string, string>;
  private readonly creditCodeOf: ReadonlyMap<string, string>;

  constructor(
    private readonly db: Database,
    city: City,
    private readonly transaction?: Transaction,
  ) {
    this.phoneOf = new Map(city.persons.map((person) => [person.key, person.phone]));
    this.creditCodeOf = new Map(city.workUnits.map((unit) => [unit.key, unit.creditCode]));
  }

  area = (code: string) => this.find('hxAreas', ['code'], (row) => String(row.code), code);
  organization = (key: string) =>
    this.find(
      'hxOrganizations',
      ['level', 'areaCode'],
      (row) => organizationKey(row.level as never, String(row.areaCode)),
      key,
    );
  person = (key: string) => this.find('hxPersons', ['phone'], (row) => String(row.phone), this.phoneOf.get(key) ?? key);
  workUnit = (key: string) =>
    this.find('hxUnits', ['creditCode'], (row) => String(row.creditCode), this.creditCodeOf.get(key) ?? key);
  postType = (code: string) => this.find('hxPostTypes', ['code'], (row) => String(row.code), code);
  user = (username: string) => this.find('users', ['username'], (row) => String(row.username), username);
  dictionaryItem = (dictionary: string, code: string) =>
    this.find(
      'hxDictionaryItems',
      ['dictionary', 'code'],
      (row) => `${row.dictionary}/${row.code}`,
      `${dictionary}/${code}`,
    );

  /** Forgets a table that has grown since it was read. */
  forget(collection: string): void {
    this.tables.delete(collection);
  }

  private async find(collection: string, columns: string[], keyOf: (row: Row) => string, key: string): Promise<string> {
    const table = this.tables.get(collection) ?? this.readInTurn(collection, columns, keyOf);
    this.tables.set(collection, table);
    const id = (await table).get(key);
    if (id === undefined) throw new Error(`${collection} has no row for ${key}`);
    return id;
  }

  /** One read at a time: a transaction is one connection, and takes one statement after the other. */
  private readInTurn(
    collection: string,
    columns: string[],
    keyOf: (row: Row) => string,
  ): Promise<ReadonlyMap<string, string>> {
    const read = this.lastRead.then(() => this.read(collection, columns, keyOf));
    this.lastRead = read;
    return read;
  }

  private async read(
    collection: string,
    columns: string[],
    keyOf: (row: Row) => string,
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db
      .getModel(collection)
      .findAll({ attributes: ['id', ...columns], raw: true, transaction: this.transaction });
    return new Map((rows as unknown as Row[]).map((row) => [keyOf(row), String(row.id)]));
  }
}
