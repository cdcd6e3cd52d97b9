/** Prints the one line of JSON that `product.ts` waits for, and stops the product when the test is done or gone. */
export function announce(product) {
  const stop = async () => {
    await product.stop();
    process.exit(0);
  };
  // before the line is printed: whoever reads it may end the product at once, and a signal nobody listens for would
  // leave the database running
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, () => void stop());
  const { INIT_ROOT_EMAIL, INIT_ROOT_PASSWORD, HX_DEMO_PASSWORD, ...environment } = product.environment;
  const { DB_HOST, DB_PORT, DB_USER, DB_PASSWORD, DB_DATABASE } = environment;
  console.log(
    JSON.stringify({
      url: product.url,
      administrator: INIT_ROOT_EMAIL,
      administratorPassword: INIT_ROOT_PASSWORD,
      demoPassword: HX_DEMO_PASSWORD,
      process: product.child.pid,
      database: { host: DB_HOST, port: Number(DB_PORT), user: DB_USER, password: DB_PASSWORD, database: DB_DATABASE },
    }),
  );
}
