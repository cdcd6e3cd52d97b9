const fs = require('node:fs');

module.exports = async () => {
  const started = globalThis.hongxinBrowserProduct;
  if (!started) return;
  const ended = new Promise((resolve) => started.child.once('exit', resolve));
  started.child.kill('SIGTERM');
  await ended;
  fs.rmSync(started.storage, { recursive: true, force: true });
};
