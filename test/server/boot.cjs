// Boots NocoBase with the pack once per jest worker, outside jest's sandbox (inside it, a boot costs 10 s per file).
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const { copyInstalled, isKept, keepInstalled } = require('./installed.cjs');
const { hashOnce } = require('./passwords.cjs');
const { quieten } = require('./quiet.cjs');

const ROOT = path.resolve(__dirname, '../..');
/** Collections that hold what the installation wrote, and to which tests add. */
const ADDED_TO = ['hxDictionaryItems', 'hxPostTypes'];
let booted;

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
    HX_HOST_PLUGINS: 'all', // what an administrator may turn on is guarded too
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

/** Its database, installed or upgraded, and an application that has not been started. */
async function prepare() {
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
  const isUpgraded = copyInstalled(folder);
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
    if (isKept) {
      await database.stop(); // a copy is whole only of a database that is not written to
      keepInstalled(folder);
      database = await startDatabase({ ...options, port });
    }
  }
  const remove = async () => {
    await app.destroy();
    await database.stop();
    fs.rmSync(storage, { recursive: true, force: true });
  };
  return { app, remove };
}

async function start() {
  const { app, remove } = await prepare();
  await app.runCommandThrowError('start');
  hashOnce();
  quieten(app);
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
    await remove();
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

module.exports = { boot, prepare };
