import { createRequire } from 'node:module';
import type Database from '@nocobase/database';

/** As much of `pg` as is needed of a connection of one's own. */
export interface Connection {
  connect(): Promise<void>;
  query<Row>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[] }>;
  end(): Promise<void>;
  on(event: 'error' | 'end', listener: (error?: Error) => void): void;
  /** It keeps no process from ending. */
  unref(): void;
}

interface PgModule {
  Client: new (options: Record<string, unknown>) => Connection;
}

/** A connection beside the pool of NocoBase, by the driver that NocoBase itself brings and to where it connects. */
export function ownConnection({ options }: Database, name: string): Connection {
  const { Client } = createRequire(require.resolve('@nocobase/database'))('pg') as PgModule;
  const { host, port, database, username, password, dialectOptions } = options;
  return new Client({
    ...dialectOptions, // e.g. its certificates
    host,
    port: Number(port ?? 5432),
    database,
    user: username,
    password,
    application_name: name,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    keepAlive: true,
  });
}
