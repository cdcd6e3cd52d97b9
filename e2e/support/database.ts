import { Client } from 'pg';
import type { Product } from './product';

/** Opens a session of one's own, for what outlives a statement: locks. End it. */
export async function databaseSession(product: Pick<Product, 'database'>): Promise<Client> {
  const client = new Client(product.database);
  await client.connect();
  return client;
}

/** @returns the rows of a SELECT */
export async function rowsOf<T extends object>(product: Product, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = await databaseSession(product);
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Runs one statement in the product's database. @returns how many rows it changed */
export async function inDatabase(
  product: Pick<Product, 'database'>,
  sql: string,
  values: unknown[] = [],
): Promise<number> {
  const client = await databaseSession(product);
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
