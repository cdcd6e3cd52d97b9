// Starts the product for a test or for the screenshots and prints one line of JSON when it serves; SIGTERM stops it.
// usage: node e2e/support/serve.mjs <storage folder> <longkou|none>
import { freePort } from '../../scripts/lib/embedded-database.mjs';
import { main } from '../../scripts/lib/failure.mjs';
import { startProduct } from '../../scripts/lib/product.mjs';

const [storage, demo] = process.argv.slice(2);

await main(async () => {
  const product = await startProduct({
    storage,
    demo,
    port: Number(process.env.APP_PORT ?? (await freePort())),
    durable: false,
    onLine: (line) => console.error(line),
  });
  const { INIT_ROOT_EMAIL, INIT_ROOT_PASSWORD, HX_DEMO_PASSWORD, ...environment } = product.environment;
  const { DB_HOST, DB_PORT, DB_USER, DB_PASSWORD, DB_DATABASE } = environment;
  console.log(
    JSON.stringify({
      url: product.url,
      administrator: INIT_ROOT_EMAIL,
      administratorPassword: INIT_ROOT_PASSWORD,
      demoPassword: HX_DEMO_PASSWORD,
      database: { host: DB_HOST, port: Number(DB_PORT), user: DB_USER, password: DB_PASSWORD, database: DB_DATABASE },
    }),
  );
  const stop = async () => {
    await product.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  process.once('disconnect', () => void stop());
});
