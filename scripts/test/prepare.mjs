// What the suites start from, made once for a whole run: the installed database of the server tests, and for the browser tests
// the demo city and an empty installation.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { failures } from './results.mjs';
import { runNode } from './run.mjs';

const { makeEmpty, newStorage, removeStorages, serve } = createRequire(import.meta.url)(
  '../../e2e/support/serving.cjs',
);

/** Where the installed database is kept; as root, it is another user who has to reach it. */
function newFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-database-'));
  fs.chmodSync(folder, 0o755);
  return folder;
}

/** The database that every process of the server tests copies. One that finds none there installs its own. */
export function serverDatabase() {
  const folder = newFolder();
  const environment = { HX_TEST_DATABASE: path.join(folder, 'postgres') };
  return {
    environment,
    async install() {
      const status = await runNode(['--no-warnings', 'test/server/install.cjs'], { environment, isAlone: false });
      if (status !== 0) failures.push('installation of the server tests’ database');
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** What the browser tests are told of; a suite that is not told makes its own. */
export function browserProducts() {
  const environment = {};
  let stop = async () => undefined;
  const noting = (name, work) => async () => {
    await work().catch((error) => {
      console.error(error);
      failures.push(name);
    });
  };
  return {
    environment,
    startCity: noting('start of the demo city', async () => {
      const served = await serve(newStorage(), 'longkou');
      environment.HX_BROWSER_PRODUCT = served.line;
      stop = served.stop;
    }),
    makeEmpty: noting('empty installation', async () => {
      environment.HX_BROWSER_EMPTY = await makeEmpty();
    }),
    stopCity: () => stop(),
    remove: removeStorages,
  };
}
