// Starts a stock NocoBase in a folder of its own, without any package of the pack, and prints one line of JSON when it
// serves; SIGTERM stops it.   usage: node e2e/support/stock.mjs <folder>
import path from 'node:path';
import { freePort } from '../../scripts/lib/embedded-database.mjs';
import { main } from '../../scripts/lib/failure.mjs';
import { startProduct } from '../../scripts/lib/product.mjs';
import { stockFolder } from '../../scripts/lib/stock-folder.mjs';
import { announce } from './announce.mjs';

const [folder] = process.argv.slice(2);

await main(async () => {
  const product = await startProduct({
    storage: path.join(folder, 'storage'),
    ...stockFolder(folder),
    plugins: [],
    demo: 'none',
    port: await freePort(),
    durable: false,
    onLine: (line) => console.error(line),
  });
  announce(product);
});
