// Starts the demo city once for all browser tests, and makes the empty installation that tests with a product of their
// own start from. HX_BROWSER_PRODUCT set beforehand uses a running city instead, and every own product is installed.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createInterface } = require('node:readline');

function newStorage() {
  const storage = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-browser-'));
  fs.chmodSync(storage, 0o755); // as root, the database runs as another user and has to reach its folder
  return storage;
}

/** Installs and serves; resolves with the line of JSON that describes it. */
async function serve(storage, demo) {
  const child = spawn(process.execPath, ['--no-warnings', path.join(__dirname, 'serve.mjs'), storage, demo], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const errors = [];
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (each) => each.startsWith('{') && resolve(each));
    child.once('exit', (code) =>
      reject(new Error(`the installation (${demo}) ended with code ${code}:\n${errors.slice(-30).join('\n')}`)),
    );
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { line, stop };
}

async function emptyInstallation(storage) {
  await (await serve(storage, 'none')).stop();
  // copies of it would all use the one database
  if (fs.existsSync(path.join(storage, 'postgres/postmaster.pid')))
    throw new Error(`the database of the empty installation in ${storage} still runs`);
}

module.exports = async () => {
  if (process.env.HX_BROWSER_PRODUCT) return;
  const [city, empty] = [newStorage(), newStorage()];
  globalThis.hongxinBrowserStorages = [city, empty];
  const [{ line, stop }] = await Promise.all([serve(city, 'longkou'), emptyInstallation(empty)]);
  globalThis.hongxinBrowserStop = stop;
  process.env.HX_BROWSER_PRODUCT = line;
  process.env.HX_BROWSER_EMPTY = empty;
};
