// Starts the product for a test or for the screenshots and prints one line of JSON when it serves; SIGTERM stops it.
// usage: node e2e/support/serve.mjs <storage folder> <longkou|none>
import { freePort } from '../../scripts/lib/embedded-database.mjs';
import { untilDemoLoaded } from '../../scripts/lib/demo-city.mjs';
import { main } from '../../scripts/lib/failure.mjs';
import { startProduct } from '../../scripts/lib/product.mjs';
import { announce } from './announce.mjs';

const [storage, demo] = process.argv.slice(2);

await main(async () => {
  const product = await startProduct({
    storage,
    demo,
    port: Number(process.env.APP_PORT ?? (await freePort())),
    durable: false,
    onLine: (line) => console.error(line),
  });
  if (demo === 'longkou') await untilDemoLoaded(product);
  announce(product);
});
