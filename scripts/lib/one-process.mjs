// One server process on one database: whoever would be the second is told so before anything is started or stopped. The
// server itself holds the lock and asks too (plugin-foundation, src/server/processes).
import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from './failure.mjs';

const LOCK = 'hongxin/process';
/** A server that was stopped or killed a moment ago is still being noticed by the database. */
const PATIENCE_MS = 5_000;

const HOLDER = `SELECT a.application_name AS name, host(a.client_addr) AS address, a.backend_start AS since
  FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
  WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND ((l.classid::bigint << 32) | l.objid::bigint) = hashtext($1)::bigint`;

/** @throws {Failure} that names the server which uses the database */
export async function requireAlone({ DB_HOST, DB_PORT, DB_DATABASE, DB_USER, DB_PASSWORD }) {
  if (process.env.HX_TEST_SEVERAL_PROCESSES === 'true') return;
  const client = new pg.Client({
    host: DB_HOST,
    port: Number(DB_PORT),
    database: DB_DATABASE,
    user: DB_USER,
    password: DB_PASSWORD,
  });
  await client.connect();
  try {
    for (const deadline = Date.now() + PATIENCE_MS; ; await delay(250)) {
      const [holder] = (await client.query(HOLDER, [LOCK])).rows;
      if (!holder) return;
      if (Date.now() < deadline) continue;
      const { name, address, since } = holder;
      throw new Failure(
        `A server process already uses this database (${name}, ${address ?? '-'}, since ${since.toISOString()}). Only one may: stop it first. / 该数据库已有一个服务进程在使用，同一数据库只能运行一个进程，请先停止它。`,
      );
    }
  } finally {
    await client.end();
  }
}
