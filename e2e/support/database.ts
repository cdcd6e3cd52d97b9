import { Client } from 'pg';
import type { Product } from './product';

/** Runs one statement in the product's database. @returns how many rows it changed */
export async function inDatabase(product: Product, sql: string, values: unknown[] = []): Promise<number> {
  const client = new Client(product.database);
  await client.connect();
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
