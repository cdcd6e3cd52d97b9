// npm run dev: serves from an installation of its own (storage/dev) and rebuilds and restarts when sources change.
import fs from 'node:fs';
import path from 'node:path';
import { main } from './lib/failure.mjs';
import { checkNode, checkPort, installIfMissing } from './lib/prerequisites.mjs';
import { ROOT } from './lib/workspace.mjs';

const QUIET_MS = 400;
const IGNORED = /(^|[\\/])(dist|node_modules|__tests__)([\\/]|$)/;

await main(async () => {
  checkNode();
  const port = Number(process.env.APP_PORT ?? 13000);
  await checkPort(port);
  installIfMissing();
  const { buildIfNeeded } = await import('./lib/build-if-needed.mjs');
  const { startProduct } = await import('./lib/product.mjs');
  const storage = path.resolve(ROOT, process.env.STORAGE_PATH ?? 'storage/dev');
  const demo = process.env.HX_DEMO ?? 'longkou';
  const start = async () => {
    buildIfNeeded();
    const product = await startProduct({ storage, port, demo, onLine: (line) => console.log(line) });
    console.log(
      `✓ ${product.url}   administrator ${product.environment.INIT_ROOT_EMAIL} / ${product.environment.INIT_ROOT_PASSWORD}   demo-… / ${product.environment.HX_DEMO_PASSWORD}`,
    );
    return product;
  };
  let product = await start();
  let timer;
  let busy = Promise.resolve();
  const restart = async (file) => {
    console.log(`• ${file} changed: building and restarting …`);
    await product.stop();
    try {
      product = await start();
    } catch (error) {
      console.error(error);
      console.log('• Waiting for the next change …');
    }
  };
  fs.watch(path.join(ROOT, 'packages'), { recursive: true }, (_event, file) => {
    if (!file || IGNORED.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      busy = busy.then(() => restart(file));
    }, QUIET_MS);
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      busy = busy.then(() => product.stop()).then(() => process.exit(0));
    });
  }
});
