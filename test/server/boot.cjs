// Boots NocoBase with the pack once per jest worker, outside jest's sandbox (inside it, a boot costs 10 s per file).
const { spawnSync } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
/** Collections that hold what the installation wrote, and to which tests add. */
const ADDED_TO = ['hxDictionaryItems', 'hxPostTypes'];
/**
 * For whoever changes code and tests it again and again: `HX_TEST_REUSE=1` keeps the database once installed. A copy of it is
 * upgraded where something has changed that is written into the database, else it just starts: seconds instead of more than a
 * minute. CI installs anew: what an installation writes is tested too.
 */
const REUSED = process.env.HX_TEST_REUSE ? path.join(ROOT, 'node_modules/.cache/hongxin-test-database') : null;
/** Sources of what an installation or upgrade writes. */
const WRITTEN =
  /\/(collections|migrations|pages|fields|access|database|workflows|processes|seeding|settings|setup|protection|translations)\/|(plugin|domain)[^/]*\.ts$|\.json$/;
let booted;

/** What the kept database was made from. */
function sourcesOfDatabase() {
  const hash = crypto.createHash('sha256');
  const packages = path.join(ROOT, 'packages');
  for (const name of fs.readdirSync(packages, { recursive: true }).sort()) {
    const file = path.join(packages, name);
    if (/(^|\/)(dist|node_modules|__tests__|client-v2)\//.test(name) || !WRITTEN.test(`/${name}`)) continue;
    if (fs.statSync(file).isFile()) hash.update(name).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

/** @returns whether the copy has to be upgraded; null where there is none */
function copyKept(folder) {
  if (!REUSED || !fs.existsSync(REUSED)) return null;
  fs.cpSync(REUSED, folder, { recursive: true, preserveTimestamps: true });
  spawnSync('chown', ['-R', `--reference=${REUSED}`, folder]);
  fs.chmodSync(folder, 0o700);
  const madeFrom = `${REUSED}.sources`;
  return !fs.existsSync(madeFrom) || fs.readFileSync(madeFrom, 'utf8') !== sourcesOfDatabase();
}

/** Keeps what a stopped database holds. */
function keep(folder) {
  fs.rmSync(REUSED, { recursive: true, force: true });
  fs.cpSync(folder, REUSED, { recursive: true, preserveTimestamps: true });
  spawnSync('chown', ['-R', `--reference=${folder}`, REUSED]);
  fs.writeFileSync(`${REUSED}.sources`, sourcesOfDatabase());
}

function setEnvironment({ storage, port, password, plugins }) {
  Object.assign(process.env, {
    APP_ENV: 'development',
    APP_KEY: 'key-of-the-test-run-only',
    STORAGE_PATH: storage,
    DB_DIALECT: 'postgres',
    DB_HOST: '127.0.0.1',
    DB_PORT: String(port),
    DB_DATABASE: 'hongxin',
    DB_USER: 'postgres',
    DB_PASSWORD: password,
    LOGGER_LEVEL: process.env.HX_TEST_LOG ?? 'error',
    LOGGER_TRANSPORT: process.env.HX_TEST_LOG ? 'console' : 'file',
    LOGGER_BASE_PATH: path.join(storage, 'logs'),
    INIT_LANG: 'zh-CN',
    INIT_ROOT_EMAIL: 'root@example.test',
    INIT_ROOT_PASSWORD: 'root-password-1',
    INIT_ROOT_NICKNAME: 'Root',
    INIT_ROOT_USERNAME: 'root',
    APPEND_PRESET_BUILT_IN_PLUGINS: plugins.join(','),
    HX_DEMO: 'none',
    HX_PAGE_CACHE: path.join(ROOT, 'node_modules/.cache/hongxin-pages'), // pages are built by NocoBase once, then copied
    TZ: 'Asia/Shanghai',
  });
  process.env.APP_PACKAGE_ROOT = path.dirname(require.resolve('@nocobase/app/package.json'));
  process.chdir(ROOT);
  require('@nocobase/cli-v1/src/util').initEnv();
}

/**
 * @returns {Promise<{ app: import('@nocobase/server').Application, url: string, stop(): Promise<void> }>}
 *   the running application, the same one for every test file of this worker
 */
async function boot() {
  booted ??= start();
  return booted;
}

async function start() {
  const { startDatabase, freePort } = await import('../../scripts/lib/embedded-database.mjs');
  const { listPlugins } = await import('../../scripts/lib/workspace.mjs');
  const only = process.env.HX_TEST_PLUGINS?.split(',');
  const plugins = listPlugins()
    .map((plugin) => plugin.name)
    .filter((name) => !name.endsWith('plugin-longkou') && (!only || only.some((each) => name.endsWith(each))));
  const storage = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-test-'));
  fs.chmodSync(storage, 0o755); // as root, the database runs as another user and has to reach its folder
  const password = 'test';
  const folder = path.join(storage, 'postgres');
  const isUpgraded = copyKept(folder);
  const options = { folder, user: 'postgres', password, database: 'hongxin', durable: false };
  const port = await freePort();
  let database = await startDatabase({ ...options, port });
  setEnvironment({ storage, port: database.port, password, plugins });
  process.once('exit', () => fs.rmSync(storage, { recursive: true, force: true, maxRetries: 5 }));
  const { Application, runPluginStaticImports } = require('@nocobase/server');
  await runPluginStaticImports();
  const { getConfig } = require('@nocobase/app/lib/config');
  const app = new Application({ ...(await getConfig()), name: 'main' });
  if (isUpgraded !== false) {
    await app.runCommandThrowError(...(isUpgraded ? ['upgrade'] : ['install', '-f']));
    if (REUSED) {
      await database.stop(); // a copy is whole only of a database that is not written to
      keep(folder);
      database = await startDatabase({ ...options, port });
    }
  }
  await app.runCommandThrowError('start');
  const server = http.createServer(app.callback());
  server.keepAliveTimeout = 0; // a kept connection that the server closes just when it is used again fails a test
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  let listening;
  /** NocoBase's own gateway before the application, as in production: what it answers itself is tested through it. */
  const gatewayPort = () => {
    const { Gateway } = require('@nocobase/server');
    listening ??= new Promise((resolve) => {
      Gateway.getInstance().startHttpServer({ port: 0, host: '127.0.0.1', callback: resolve });
    });
    return listening.then((gateway) => gateway.address().port);
  };
  const stop = async () => {
    if (listening) (await listening).closeAllConnections();
    server.closeAllConnections();
    server.close();
    await app.destroy();
    await database.stop();
    fs.rmSync(storage, { recursive: true, force: true });
  };
  /** Switches one guard of the pack off (access/switches.ts), or all on again. */
  const switchOff = (guard) => {
    globalThis[Symbol.for('hongxin.guards.off')] = guard === null ? undefined : new Set([guard]);
  };
  const shipped = {};
  for (const name of ADDED_TO) {
    if (app.db.hasCollection(name))
      shipped[name] = (await app.db.getRepository(name).find()).map((row) => row.get('id'));
  }
  const url = `http://127.0.0.1:${server.address().port}`;
  return { app, url, gatewayPort, stop, switchOff, shipped, environment: process.env };
}

module.exports = { boot };
