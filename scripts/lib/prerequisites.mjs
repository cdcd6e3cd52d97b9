// What must be true before anything is started. Uses Node's own modules only: nothing may be installed yet.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { readJson, ROOT } from './workspace.mjs';

const MINIMUM_FREE_BYTES = 1024 ** 3;

/** Refuses a Node.js outside what package.json names under "engines" (">=20 <25": from 20 to 24). */
export function checkNode(version = process.versions.node) {
  const [from, below] = readJson(path.join(ROOT, 'package.json')).engines.node.match(/\d+/g).map(Number);
  const major = Number(version.split('.')[0]);
  if (major < from || major >= below)
    throw new Failure(
      `Node.js ${from} to ${below - 1} is needed; this is ${version}. Install one from https://nodejs.org and try again.`,
    );
}

/** @param {string} folder an existing folder on the disk that will hold the data */
export function checkDisk(folder) {
  const { bavail, bsize } = fs.statfsSync(folder);
  if (bavail * bsize < MINIMUM_FREE_BYTES) {
    throw new Failure(
      `Less than 1 GB is free on the disk of ${folder}; free some room or set STORAGE_PATH to another disk.`,
    );
  }
}

/** @param {number} port */
export async function checkPort(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Failure(`APP_PORT must be a number from 1 to 65535, not "${process.env.APP_PORT}".`);
  await new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Failure(
              `Port ${port} is taken by another program; stop it, or choose another port: APP_PORT=${port + 1} npm start`,
            )
          : new Failure(`Port ${port} cannot be used: ${error.message}.`),
      ),
    );
    probe.listen(port, '0.0.0.0', () => probe.close(() => resolve(undefined)));
  });
}

/**
 * Installs the dependencies when they are missing.
 * @param {object} [options]
 * @param {boolean} [options.tools] whether what tests, linting and benchmarks need is installed too; the product does without
 */
export function installIfMissing({ tools = true } = {}) {
  const stamp = path.join(ROOT, 'node_modules/.package-lock.json');
  const lock = path.join(ROOT, 'package-lock.json');
  const present = fs.existsSync(path.join(ROOT, 'node_modules/@nocobase/app/package.json')) && fs.existsSync(stamp);
  const linked = fs
    .readdirSync(path.join(ROOT, 'packages/plugins/@hongxin'))
    .every((name) => fs.existsSync(path.join(ROOT, 'node_modules/@hongxin', name)));
  const complete = !tools || fs.existsSync(path.join(ROOT, 'node_modules/jest/package.json'));
  if (present && linked && complete) return;
  console.log('• Installing dependencies (about two minutes, 1.3 GB) …');
  const started = Date.now();
  // what is there is left where it is
  const command = fs.existsSync(lock) && !present ? 'ci' : 'install';
  const scope = tools ? [] : ['--omit=dev'];
  const result = spawnSync('npm', [command, ...scope, '--no-progress', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0)
    throw new Failure(
      'npm could not install the dependencies; see its message above, check the network and try again.',
    );
  console.log(`  done in ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
