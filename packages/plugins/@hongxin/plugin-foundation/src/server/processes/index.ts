import { randomBytes } from 'node:crypto';
import os from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { Gateway, type Application, type Plugin } from '@nocobase/server';
import { ownConnection, type Connection } from './connection';

/** The lock that a server holds as long as it lives; scripts/lib/one-process.mjs asks for it by the same name. */
export const PROCESS_LOCK = 'hongxin/process';
/** A server that was killed a moment ago is still being noticed by the database. */
const PATIENCE_MS = 30_000;
const AGAIN_MS = 500;
/** The longest name of a connection that PostgreSQL keeps. */
const NAME_MAX = 63;

/** What outlives a reload of the application inside one process. */
const HELD = Symbol.for('hongxin.process');
const HOLDING = Symbol.for('hongxin.process.holding');
const place = globalThis as { [HELD]?: Connection; [HOLDING]?: Promise<void> };

/**
 * One server process on one database: what NocoBase keeps in memory (sessions, rights, fields, numbers of ids) another process
 * would not learn of. The lock belongs to a connection, so it ends with the process, however that ends.
 */
export class OneProcess {
  constructor(
    private readonly plugin: Plugin,
    private readonly patience = PATIENCE_MS,
  ) {}

  /** Before tables and seeds are looked at: another server may be using them. */
  async beforeLoad(): Promise<void> {
    const { app } = this;
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for its listeners (emitAsync)
    app.on('beforeStart', () => this.hold());
    if (Gateway.getInstance().isStart()) await this.hold();
  }

  /** @returns whether the database answers, asked by a connection that waits for nobody */
  async databaseAnswers(): Promise<boolean> {
    if (!this.app.db.isPostgresCompatibleDialect()) return true;
    try {
      if (!place[HELD]) return false;
      await place[HELD].query('SELECT 1');
      return true;
    } catch {
      return false; // that is the answer
    }
  }

  /**
   * One at a time: a restart and a connection that is made anew would take each other for the other server.
   * @throws Error that names the server which has the database
   */
  private async hold(): Promise<void> {
    if (this.app.name !== 'main' || !this.app.db.isPostgresCompatibleDialect() || place[HELD]) return;
    place[HOLDING] ??= this.take().finally(() => {
      place[HOLDING] = undefined;
    });
    await place[HOLDING];
  }

  private async take(): Promise<void> {
    const connection = await this.connect();
    for (const deadline = performance.now() + this.patience; !(await isLocked(connection)); await delay(AGAIN_MS)) {
      const other = await holder(connection);
      // one's own connection that was cut, and is still being noticed
      if (performance.now() < deadline || other?.name === ownName()) continue;
      await connection.end();
      throw new Error(secondProcessText(other));
    }
    place[HELD] = connection;
  }

  private async connect(): Promise<Connection> {
    const connection = ownConnection(this.app.db, ownName());
    connection.on('error', () => this.lost(connection));
    connection.on('end', () => this.lost(connection));
    await connection.connect();
    connection.unref();
    // a machine that has lost its power says no goodbye
    await connection.query(
      'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3',
    );
    return connection;
  }

  /** The database went away: as soon as it is back the lock is taken again; a server that has come in between stays. */
  private lost(connection: Connection): void {
    if (place[HELD] !== connection) return;
    place[HELD] = undefined;
    void this.holdAgain();
  }

  private async holdAgain(): Promise<void> {
    for (;;) {
      await delay(AGAIN_MS, undefined, { ref: false });
      try {
        return await this.hold();
      } catch (error) {
        if (!(error as Error).message.startsWith(SECOND)) continue; // not back yet
        this.app.logger.error((error as Error).message);
        process.kill(process.pid, 'SIGTERM');
        return;
      }
    }
  }

  private get app(): Application {
    return this.plugin.app;
  }
}

/** Two containers may have one name and one process number. */
const MARK = randomBytes(2).toString('hex');
const ownName = (): string =>
  `${`hongxin ${process.pid}@${os.hostname()}`.slice(0, NAME_MAX - MARK.length - 1)} ${MARK}`;

/** Tests of what several processes would do run several; a production never does. */
const areSeveralAllowed = (): boolean =>
  process.env.HX_TEST_SEVERAL_PROCESSES === 'true' && process.env.APP_ENV !== 'production';

async function isLocked(connection: Connection): Promise<boolean> {
  if (areSeveralAllowed()) return true;
  const { rows } = await connection.query<{ locked: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS locked', [
    PROCESS_LOCK,
  ]);
  return rows[0].locked;
}

interface Holder {
  name: string;
  address: string | null;
  since: Date;
}

async function holder(connection: Connection): Promise<Holder | undefined> {
  const { rows } = await connection.query<Holder>(
    `SELECT a.application_name AS name, host(a.client_addr) AS address, a.backend_start AS since
     FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND ((l.classid::bigint << 32) | l.objid::bigint) = hashtext($1)::bigint`,
    [PROCESS_LOCK],
  );
  return rows[0];
}

const SECOND = 'A server process already uses this database';

export function secondProcessText(other: Holder | undefined): string {
  const who = other ? ` (${other.name}, ${other.address ?? '-'}, since ${other.since.toISOString()})` : '';
  return (
    `${SECOND}${who}. Only one may: stop it first. / ` +
    `该数据库已有一个服务进程在使用${who.replace('since', '自')}，同一数据库只能运行一个进程，请先停止它。`
  );
}
