import { app } from '../../../../../../../../test/server/harness';

const COLUMNS = {
  hxServiceRecords: [
    'personId:bigInt',
    'year:integer',
    'state:string',
    'minutes:integer',
    'origin:string',
    'rating:string',
    'reversesId:bigInt',
    'reversedAt:date',
  ],
  hxClaims: ['personId:bigInt', 'year:integer', 'state:string'],
} as const;

/** The tables of service records and claims, as far as feedback counts them, where they are not installed. */
export async function needServiceTables(): Promise<void> {
  for (const [name, columns] of Object.entries(COLUMNS)) {
    if (app().db.hasCollection(name)) continue;
    const fields = columns.map((column) => {
      const [field, type] = column.split(':');
      return { name: field, type };
    });
    await app().db.collection({ name, fields }).sync();
  }
}

let ids = 0;

async function insert(collection: string, values: Record<string, unknown>): Promise<void> {
  const { db } = app();
  const row = {
    id: 9_000_000 + (ids += 1),
    createdAt: new Date().toISOString(),
    updatedAt: new Date().toISOString(),
    ...values,
  };
  const names = Object.keys(row);
  await db.sequelize.query(
    `INSERT INTO ${db.getCollection(collection).quotedTableName()} (${names.map((name) => `"${name}"`).join(', ')})
     VALUES (${names.map((name) => `:${name}`).join(', ')})`,
    { replacements: row },
  );
}

/** A record as it stands in the table, past the rules of those who enter hours. */
export const served = (personId: unknown, year: number, values: Record<string, unknown>): Promise<void> =>
  insert('hxServiceRecords', { personId, year, state: 'verified', origin: 'checkIn', rating: null, ...values });

export const claimed = (personId: unknown, year: number, values: Record<string, unknown> = {}): Promise<void> =>
  insert('hxClaims', { personId, year, state: 'served', ...values });
