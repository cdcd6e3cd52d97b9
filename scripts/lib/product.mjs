// Starts the product: database, NocoBase with the pack, and says when it serves. Used by npm start, dev, the browser
// tests, the screenshots and the benchmarks.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { freePort, startDatabase } from './embedded-database.mjs';
import { Failure } from './failure.mjs';
import { holdFolder } from './hold-folder.mjs';
import { requireAlone } from './one-process.mjs';
import { installationSecrets } from './secrets.mjs';
import { servedFolder } from './served-folder.mjs';
import { listPlugins, readJson, ROOT, productionPlugins } from './workspace.mjs';

const START_LIMIT_MS = 10 * 60_000;
const STOP_LIMIT_MS = 20_000;
const LAST_LINES = 40;

/**
 * An installation that was cut off half-way cannot be continued. Its database is put aside, not dropped, so that
 * nothing is lost even if somebody deleted the marker of a complete one.
 */
async function putAsideIncomplete(environment) {
  const connection = {
    host: environment.DB_HOST,
    port: Number(environment.DB_PORT),
    user: environment.DB_USER,
    password: environment.DB_PASSWORD,
  };
  const inside = new pg.Client({ ...connection, database: environment.DB_DATABASE });
  await inside.connect();
  const { rows } = await inside.query("SELECT 1 FROM information_schema.tables WHERE table_schema = 'public' LIMIT 1");
  await inside.end();
  if (rows.length === 0) return;
  const aside = `${environment.DB_DATABASE}_incomplete_${Date.now()}`;
  const outside = new pg.Client({ ...connection, database: 'postgres' });
  await outside.connect();
  await outside.query(`ALTER DATABASE "${environment.DB_DATABASE}" RENAME TO "${aside}"`);
  await outside.query(`CREATE DATABASE "${environment.DB_DATABASE}"`);
  await outside.end();
  console.log(`• An earlier installation was cut off; its database is kept as ${aside}, and a new one is made.`);
}

/** What a complete start leaves in the storage folder: with the same content nothing has to be upgraded. */
function stateOf(environment) {
  const builds = listPlugins().map(
    (plugin) => `${plugin.name} ${fs.readFileSync(path.join(plugin.folder, 'dist/.fingerprint'), 'utf8')}`,
  );
  const nocobase = readJson(path.join(ROOT, 'node_modules/@nocobase/app/package.json')).version;
  const { DB_HOST, DB_DATABASE } = environment;
  return JSON.stringify(
    { nocobase, builds, database: process.env.DB_HOST ? `${DB_HOST}/${DB_DATABASE}` : 'embedded' },
    null,
    2,
  );
}

async function useDatabase(storage, secrets, durable) {
  if (process.env.DB_HOST) {
    const { DB_HOST, DB_PORT = '5432', DB_DATABASE = 'hongxin', DB_USER = 'postgres', DB_PASSWORD = '' } = process.env;
    const client = new pg.Client({
      host: DB_HOST,
      port: Number(DB_PORT),
      database: DB_DATABASE,
      user: DB_USER,
      password: DB_PASSWORD,
      connectionTimeoutMillis: 8000,
    });
    try {
      await client.connect();
    } catch (error) {
      throw new Failure(
        `The database ${DB_DATABASE} at ${DB_HOST}:${DB_PORT} cannot be reached as ${DB_USER}: ${error.message || error.code}. Check DB_HOST, DB_PORT, DB_DATABASE, DB_USER and DB_PASSWORD.`,
      );
    }
    await client.end();
    const environment = { DB_HOST, DB_PORT, DB_DATABASE, DB_USER, DB_PASSWORD };
    return { environment, stop: async () => undefined, watch: () => () => undefined, wasRunning: true };
  }
  const database = await startDatabase({
    folder: path.join(storage, 'postgres'),
    port: process.env.DB_PORT ? Number(process.env.DB_PORT) : await freePort(),
    user: 'postgres',
    password: secrets.databasePassword,
    database: 'hongxin',
    durable,
  });
  const environment = {
    DB_HOST: '127.0.0.1',
    DB_PORT: String(database.port),
    DB_DATABASE: 'hongxin',
    DB_USER: 'postgres',
    DB_PASSWORD: secrets.databasePassword,
  };
  return { environment, stop: database.stop, watch: database.watch, wasRunning: database.wasRunning === true };
}

function environmentOf({ storage, port, secrets, database, plugins, demo }) {
  const { env } = process;
  return {
    ...env,
    APP_ENV: env.APP_ENV ?? 'development',
    NODE_ENV: 'production',
    APP_KEY: env.APP_KEY ?? secrets.appKey,
    APP_PORT: String(port),
    STORAGE_PATH: servedFolder(storage), // not the secrets' and the database's
    DB_DIALECT: 'postgres',
    DB_POOL_MAX: env.DB_POOL_MAX ?? '20', // NocoBase's five make ten writes at once wait for each other
    ...database.environment,
    LOGGER_LEVEL: env.LOGGER_LEVEL ?? 'warn',
    LOGGER_TRANSPORT: env.LOGGER_TRANSPORT ?? 'file',
    INIT_LANG: env.INIT_LANG ?? 'zh-CN',
    INIT_ROOT_EMAIL: env.INIT_ROOT_EMAIL ?? 'admin@hongxin.example',
    INIT_ROOT_PASSWORD: env.INIT_ROOT_PASSWORD ?? secrets.rootPassword,
    INIT_ROOT_NICKNAME: env.INIT_ROOT_NICKNAME ?? '系统管理员',
    INIT_ROOT_USERNAME: env.INIT_ROOT_USERNAME ?? 'admin',
    APP_CLIENT_ENTRY_MODE: env.APP_CLIENT_ENTRY_MODE ?? 'modern-default',
    APPEND_PRESET_BUILT_IN_PLUGINS: plugins.join(','),
    HX_DEMO: demo,
    HX_DEMO_PASSWORD: env.HX_DEMO_PASSWORD ?? secrets.demoPassword,
    TZ: env.TZ ?? 'Asia/Shanghai',
    // young objects get room: a request's are gone before they are moved to the old ones, which saves a tenth of its time
    NODE_OPTIONS: `--max-semi-space-size=64 ${env.NODE_OPTIONS ?? ''} --preserve-symlinks --no-warnings`.trim(),
  };
}

/** A plugin whose link or build was missing at the first start is enabled without its tables, and nothing repairs it. */
async function checkInstalled(environment) {
  const { DB_HOST, DB_PORT, DB_DATABASE, DB_USER, DB_PASSWORD } = environment;
  const client = new pg.Client({
    host: DB_HOST,
    port: Number(DB_PORT),
    database: DB_DATABASE,
    user: DB_USER,
    password: DB_PASSWORD,
  });
  await client.connect();
  const { rows } = await client.query(
    `SELECT "packageName" FROM "applicationPlugins" WHERE "packageName" LIKE '@hongxin/%' AND enabled AND installed IS NOT TRUE`,
  );
  await client.end();
  if (rows.length === 0) return;
  const names = rows.map((row) => row.packageName).join(', ');
  throw new Failure(
    `${names}: enabled, but never installed, because the build was missing at the first start. Disable and remove it in the plugin manager, then add it again; or start with an empty STORAGE_PATH.`,
  );
}

/** What NocoBase says when an installation or a start has failed: it then stays up, and says so to whoever asks. */
async function reasonOfFailure(answer) {
  const { error } = (await answer?.json().catch(() => null)) ?? {};
  return error?.code === 'APP_ERROR' ? error.message : null;
}

/** Waits until the application answers, fails, or the process ends, whichever comes first. */
async function untilServing(child, url, lastLines) {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Failure(
        `NocoBase stopped while starting (code ${child.exitCode}). Its last lines:\n${lastLines.join('\n')}`,
      );
    const answer = await fetch(`${url}/api/app:getLang`).catch(() => null);
    if (answer?.ok) return;
    const reason = await reasonOfFailure(answer);
    if (reason) throw new Failure(`NocoBase could not start: ${reason}`);
    await delay(250);
  }
  throw new Failure(
    `NocoBase did not answer within ${START_LIMIT_MS / 60_000} minutes. Its last lines:\n${lastLines.join('\n')}`,
  );
}

/**
 * Starts everything and resolves when it serves.
 * @param {object} options
 * @param {string} options.storage folder of the installation's data; made when missing
 * @param {number} options.port TCP port of the web server
 * @param {'longkou'|'none'} options.demo whether the demo city is loaded at the first start
 * @param {string[]} [options.plugins] packages to enable at the first start; default: the whole pack
 * @param {boolean} [options.durable] false only for throw-away data (tests)
 * @param {(line: string) => void} [options.onLine] receives what NocoBase prints
 * @param {string} [options.launcher] the script that runs NocoBase; `npm run dev` has its own
 * @param {string} [options.folder] where NocoBase runs and finds its packages; default: here
 */
export async function startProduct(options) {
  fs.mkdirSync(options.storage, { recursive: true });
  const release = await holdFolder(options.storage);
  try {
    return await startHeld(options, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function startHeld(
  {
    storage,
    port,
    demo,
    plugins,
    durable = true,
    onLine = () => undefined,
    launcher = 'scripts/lib/nocobase.cjs',
    folder = ROOT,
  },
  release,
) {
  const secrets = installationSecrets(storage);
  const database = await useDatabase(storage, secrets, durable);
  const packages = plugins ?? (demo === 'none' ? productionPlugins() : listPlugins().map(({ name }) => name));
  const marker = path.join(storage, '.installed');
  await requireAlone(database.environment); // before anything of a running server is touched, its database included
  if (!fs.existsSync(marker) && !process.env.DB_HOST) await putAsideIncomplete(database.environment);
  const environment = environmentOf({ storage, port, secrets, database, plugins: packages, demo });
  const state = stateOf(environment);
  const isUnchanged = fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === state;
  const child = spawn(
    process.execPath,
    [path.resolve(ROOT, launcher), 'start', ...(isUnchanged ? [] : ['--quickstart'])],
    { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
  );
  const lastLines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > LAST_LINES) lastLines.shift();
      onLine(line);
    });
  }
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  let unwatch = () => undefined;
  const stopServer = async () => {
    unwatch();
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const stopped = await Promise.race([exited, delay(STOP_LIMIT_MS, null, { ref: false })]);
    if (!stopped) child.kill('SIGKILL');
  };
  const stop = async () => {
    await stopServer();
    await database.stop();
    await release();
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilServing(child, url, lastLines);
    await checkInstalled(environment);
  } catch (error) {
    await stopServer();
    // a database that ran before may be another server's, which this one was refused beside
    if (!database.wasRunning) await database.stop();
    throw error;
  }
  fs.writeFileSync(marker, state);
  /** Starts the database again when it ends by itself; `onLost` is told when that does not help. */
  const watchDatabase = (on) => {
    unwatch = database.watch(on);
  };
  return { url, child, exited, stop, secrets, environment, watchDatabase, stopDatabase: database.stop };
}

/**
 * Runs one of NocoBase's commands on an installation, whether it serves at the moment or not.
 * @param {object} options
 * @param {string} options.storage folder of the installation's data
 * @param {string[]} options.args the command and what it takes
 * @returns {Promise<{ code: number, output: string }>} the exit code of the command, and what it wrote
 */
export async function runCommand({ storage, args }) {
  if (!fs.existsSync(path.join(storage, '.installed')))
    throw new Failure(`There is no installation in ${storage}; start it once with npm start, or set STORAGE_PATH.`);
  const secrets = installationSecrets(storage);
  const database = await useDatabase(storage, secrets, true);
  try {
    const plugins = listPlugins().map((plugin) => plugin.name);
    const environment = environmentOf({ storage, port: await freePort(), secrets, database, plugins, demo: 'none' });
    const child = spawn(process.execPath, [path.join(ROOT, 'scripts/lib/nocobase.cjs'), ...args], {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const written = [];
    child.stdout.on('data', (chunk) => {
      written.push(chunk);
      process.stdout.write(chunk);
    });
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(written).toString('utf8') }));
    });
  } finally {
    if (!database.wasRunning) await database.stop();
  }
}
