// A product for a whole run of browser tests, in a folder that is removed with it.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createInterface } = require('node:readline');

function newStorage() {
  const storage = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-browser-'));
  fs.chmodSync(storage, 0o755); // as root, the database runs as another user and has to reach its folder
  globalThis.hongxinBrowserStorages = [...(globalThis.hongxinBrowserStorages ?? []), storage];
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

/** Makes the empty installation that browser tests with a product of their own copy. @returns its folder */
async function makeEmpty() {
  const storage = newStorage();
  const { stop } = await serve(storage, 'none');
  await stop();
  // copies of it would all use the one database
  if (fs.existsSync(path.join(storage, 'postgres/postmaster.pid')))
    throw new Error(`the database of the empty installation in ${storage} still runs`);
  return storage;
}

function removeStorages() {
  for (const storage of globalThis.hongxinBrowserStorages ?? []) fs.rmSync(storage, { recursive: true, force: true });
}

const isAlive = (id) => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};

/** Stops the small city of the suite (small-city.ts), if a test has started it. */
async function stopSmall() {
  const file = path.join(process.env.HX_BROWSER_SMALL ?? '', 'product.json');
  if (!process.env.HX_BROWSER_SMALL || !fs.existsSync(file)) return;
  const { script } = JSON.parse(fs.readFileSync(file, 'utf8'));
  process.kill(script, 'SIGTERM');
  while (isAlive(script)) await new Promise((resolve) => setTimeout(resolve, 100));
}

module.exports = { makeEmpty, newStorage, removeStorages, serve, stopSmall };
