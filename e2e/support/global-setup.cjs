// Starts the demo city once for all browser tests. HX_BROWSER_PRODUCT set beforehand uses a running one instead.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createInterface } = require('node:readline');

module.exports = async () => {
  if (process.env.HX_BROWSER_PRODUCT) return;
  const storage = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-browser-'));
  fs.chmodSync(storage, 0o755); // as root, the database runs as another user and has to reach its folder
  const child = spawn(process.execPath, ['--no-warnings', path.join(__dirname, 'serve.mjs'), storage, 'longkou'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const errors = [];
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (each) => each.startsWith('{') && resolve(each));
    child.once('exit', (code) =>
      reject(new Error(`the demo city ended with code ${code}:\n${errors.slice(-30).join('\n')}`)),
    );
  });
  process.env.HX_BROWSER_PRODUCT = line;
  globalThis.hongxinBrowserProduct = { child, storage };
};
