// The whole run: everything that needs no browser in two lanes side by side, and what the browser tests start from with it; then
// the browser tests, one suite after the other and nothing beside them: a browser keeps two cores busy by itself, two of them took
// longer beside each other than one after the other, and what people do in them has time limits that a busier machine would miss.
import { inLanes } from './lanes.mjs';
import { serverParts } from './plan.mjs';
import { browserProducts, serverDatabase } from './prepare.mjs';
import { runCheck, runProject } from './run.mjs';

export async function runWhole(browser) {
  const database = serverDatabase();
  const products = browserProducts();
  const beside = (project, patterns = [], options = {}) =>
    runProject(project, patterns, { ...options, isAlone: false });
  const [first, ...parts] = serverParts().map(({ name, patterns }) => {
    const title = `server (${name})`;
    const run = () => beside('server', patterns, { title, environment: database.environment });
    return { name: title, needs: 'database', run };
  });
  const checks = (name) => ({ name, run: () => runCheck(name) });
  // the longest first, so that both lanes end together
  await inLanes([
    { name: 'database', run: () => database.install() },
    checks('lint'),
    first,
    ...parts,
    { name: 'access', needs: 'database', run: () => beside('access', [], { environment: database.environment }) },
    { name: 'city', run: () => products.startCity() },
    { name: 'empty', run: () => products.makeEmpty() },
    { name: 'client', run: () => beside('client') },
    { name: 'processes', needs: 'empty', run: () => beside('processes', [], { environment: products.environment }) },
    checks('types'),
    { name: 'rules', run: () => beside('rules') },
    checks('format'),
  ]);
  database.remove();
  const environment = { ...browser, ...products.environment };
  await runProject('city', [], { environment }).finally(() => products.stopCity());
  await runProject('installation', [], { environment });
  products.remove();
}
