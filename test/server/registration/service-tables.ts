import { app } from '../harness';

let ids = 0;

/** A row as it stands in the table, past every rule. */
export async function insert(collection: string, values: Record<string, unknown>): Promise<void> {
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

const HOUR_MS = 3_600_000;

/** A record as it stands in the table, past the rules of those who enter hours; each at an hour of its own. */
export function served(personId: unknown, year: number, values: Record<string, unknown>): Promise<void> {
  const start = Date.UTC(year, 4, 1) + ids * HOUR_MS;
  const times = { startsAt: new Date(start).toISOString(), endsAt: new Date(start + HOUR_MS).toISOString() };
  const record = { personId, year, state: 'verified', origin: 'checkIn', rating: null, ...times, ...values };
  return insert('hxServiceRecords', record);
}

export const claimed = (personId: unknown, year: number, values: Record<string, unknown> = {}): Promise<void> =>
  insert('hxClaims', { personId, year, state: 'served', postId: ids + 1, ...values });
