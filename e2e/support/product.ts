/** A running product for browser tests: an own installation, or the demo city that all files of the suite share. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { count } from './counts';

export interface Product {
  url: string;
  administrator: string;
  administratorPassword: string;
  demoPassword: string;
  /** For what no user can do, like moving time. */
  database: DatabaseConnection;
  /** Of the server, for what no user can do either: killing it. */
  process: number;
}

export interface DatabaseConnection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

export interface OwnProduct extends Product {
  storage: string;
  /** Of the script that has the database as well. */
  script: number;
  /** Ends the server and the database; the data stays for a later start with the same storage. */
  stop(): Promise<void>;
}

const root = path.resolve(__dirname, '../..');

/** @returns a folder that the database's user can reach */
export function temporaryStorage(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-browser-'));
  fs.chmodSync(folder, 0o755);
  return folder;
}

function untilServing(child: ChildProcess): Promise<Product> {
  return new Promise((resolve, reject) => {
    const errors: string[] = [];
    if (!child.stdout || !child.stderr) throw new Error('the product was started without pipes');
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve(JSON.parse(line) as Product);
    });
    createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
    child.once('exit', (code) =>
      reject(new Error(`the product ended with code ${code}:\n${errors.slice(-30).join('\n')}`)),
    );
  });
}

/**
 * Starts an installation of its own: a copy of the empty one that `setup-installation.cjs` has made, where there is one.
 * @param storage where an installation is that was stopped, to start it again
 */
export async function startOwnProduct(storage?: string): Promise<OwnProduct> {
  const folder = storage ?? temporaryStorage();
  if (storage === undefined) copyEmpty(folder);
  return startScript('serve.mjs', [folder, 'none'], folder, await sameAddress());
}

function copyEmpty(folder: string): void {
  const empty = process.env.HX_BROWSER_EMPTY;
  // by the system's own command: the files of the database keep their owner
  if (empty) execFileSync('cp', ['-a', `${empty}/.`, folder]);
  else count('installations');
}

/** Starts an installation in a folder, at an address of its own, which lasts as long as the run. */
export async function startLasting(folder: string): Promise<OwnProduct> {
  copyEmpty(folder);
  return startScript('serve.mjs', [folder, 'none'], folder);
}

/** The address that the files of a suite share, one after the other, so that browsers know what they get there. */
async function sameAddress(): Promise<Record<string, string>> {
  const port = process.env.HX_TEST_PORT;
  const isFree = (): Promise<boolean> =>
    new Promise((resolve) => {
      const server = createServer().once('error', () => resolve(false));
      server.listen(Number(port), () => server.close(() => resolve(true)));
    });
  return port && (await isFree()) ? { APP_PORT: port } : {};
}

/**
 * Starts another server process on the database of a running installation, with its secrets, as a second machine would.
 * The first one has the database: stop it last.
 */
export async function startBeside(first: OwnProduct): Promise<OwnProduct> {
  const storage = temporaryStorage();
  fs.copyFileSync(path.join(first.storage, 'secrets.json'), path.join(storage, 'secrets.json'));
  const { host, port, user, password, database } = first.database;
  return startScript('serve.mjs', [storage, 'none'], storage, {
    DB_HOST: host,
    DB_PORT: String(port),
    DB_USER: user,
    DB_PASSWORD: password,
    DB_DATABASE: database,
    HX_TEST_SEVERAL_PROCESSES: 'true',
  });
}

/** Starts a NocoBase that knows nothing of the pack, in a folder of its own. */
export async function startStock(folder: string): Promise<OwnProduct> {
  count('installations');
  return startScript('stock.mjs', [folder], folder);
}

async function startScript(
  script: string,
  parameters: readonly string[],
  storage: string,
  environment: Record<string, string> = {},
): Promise<OwnProduct> {
  count('boots');
  const child = spawn(process.execPath, ['--no-warnings', path.join(root, 'e2e/support', script), ...parameters], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...environment },
  });
  const product = await untilServing(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { ...product, storage, script: Number(child.pid), stop };
}

/** The demo city that `setup-city.cjs` started for all tests that share it. */
export function sharedProduct(): Product {
  const description = process.env.HX_BROWSER_PRODUCT;
  if (!description) throw new Error('the shared product is not running: it is started by e2e/support/setup-city.cjs');
  return JSON.parse(description) as Product;
}
