/**
 * npm start as its user knows it: stopped with Ctrl-C it loses nothing; killed in the middle of many writes, server and
 * database both, it comes back with everything that was answered as written.
 */
import { spawn, spawnSync, execFileSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { callApi } from '../support/browser';
import { count } from '../support/counts';
import { inDatabase } from '../support/database';
import { temporaryStorage } from '../support/product';

jest.setTimeout(600_000);

const root = path.resolve(__dirname, '../..');
const WRITERS = 8;
const WRITE_FOR_MS = 2_000;
/** Within which a killed database is there again, on a busy machine too. */
const RECOVERY_MS = 90_000;
const storage = temporaryStorage();
let started: Started | undefined;

interface Started {
  command: ChildProcess;
  url: string;
  lines: string[];
  ended: Promise<number | null>;
}

beforeAll(() => {
  const empty = process.env.HX_BROWSER_EMPTY;
  if (!empty) throw new Error('the empty installation is made by e2e/support/setup-installation.cjs');
  execFileSync('cp', ['-a', `${empty}/.`, storage]); // by the system's own command: the files keep their owner
  // as it was before NocoBase had a folder of its own
  for (const name of fs.readdirSync(path.join(storage, 'nocobase')))
    fs.renameSync(path.join(storage, 'nocobase', name), path.join(storage, name));
  fs.rmdirSync(path.join(storage, 'nocobase'));
  fs.writeFileSync(path.join(storage, 'earlier.txt'), '');
});
afterAll(async () => {
  started?.command.kill('SIGINT');
  await started?.ended;
  fs.rmSync(storage, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  const server = net.createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Runs npm start's script until it serves. */
async function start(): Promise<Started> {
  const environment = { ...process.env, APP_PORT: String(await freePort()), STORAGE_PATH: storage, HX_DEMO: 'none' };
  count('boots');
  const command = spawn(process.execPath, ['--no-warnings', 'scripts/start.mjs'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, as a terminal gives it: Ctrl-C reaches everybody in it
  });
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => command.once('exit', resolve));
  const [, url] = await new Promise<RegExpMatchArray>((resolve, reject) => {
    for (const stream of [command.stdout, command.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const serves = line.match(/serves at (\S+) /);
        if (serves) resolve(serves);
      });
    void ended.then((code) => reject(new Error(`npm start ended with code ${code}:\n${lines.join('\n')}`)));
  });
  started = { command, url, lines, ended };
  return started;
}

/** Signs in as the administrator. */
async function signIn(product: Started): Promise<string> {
  const { rootPassword } = JSON.parse(fs.readFileSync(path.join(storage, 'secrets.json'), 'utf8'));
  const account = { account: 'admin@hongxin.example', password: rootPassword };
  return (await callApi<{ token: string }>(product, '', 'auth:signIn', account)).token;
}

async function streets(product: Started): Promise<string[]> {
  const query = `paginate=false&filter=${encodeURIComponent(JSON.stringify({ level: 'street' }))}`;
  const rows = await callApi<{ name: string }[]>(product, await signIn(product), `hxAreas:list?${query}`);
  return rows.map(({ name }) => name);
}

const databaseProcess = (): number =>
  Number(fs.readFileSync(path.join(storage, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

const health = async ({ url }: Started): Promise<number> => (await fetch(`${url}/api/__health_check`)).status;

/** Processes of npm start: itself, NocoBase below it, and the database. */
function processes({ command }: Started): number[] {
  const own = Number(command.pid);
  const below = fs.readFileSync(`/proc/${own}/task/${own}/children`, 'utf8').trim().split(/\s+/).map(Number);
  return [...new Set([own, ...below, databaseProcess()])];
}

it('stops at Ctrl-C and keeps what was written', async () => {
  const product = await start();
  const token = await signIn(product);
  const city = await callApi<{ id: number }>(product, token, 'hxAreas:create', {
    level: 'city',
    code: '370681',
    name: '龙口市',
  });
  await callApi(product, token, 'hxAreas:create', { level: 'street', name: '东莱街道', parentId: city.id });
  process.kill(-Number(product.command.pid), 'SIGINT');
  expect(await product.ended).toBe(0);
  expect(product.lines.at(-1)).toBe('✓ Stopped; all data is kept.');
  expect(product.lines.join('\n')).not.toMatch(/^\s+at /m); // no stack
  expect(fs.existsSync(path.join(storage, 'postgres/postmaster.pid'))).toBe(false);
});

it('comes back with all that was answered as written after kill -9 of everything', async () => {
  const product = await start();
  expect(await streets(product)).toContain('东莱街道');
  const token = await signIn(product);
  const [{ id: parentId }] = await callApi<{ id: number }[]>(product, token, 'hxAreas:list');
  const written = ['东莱街道'];
  const run = String(Date.now()).slice(-5);
  const write = async (writer: number): Promise<void> => {
    for (let index = 1; ; index += 1) {
      const name = `街道${run}-${writer}-${index}`;
      await callApi(product, token, 'hxAreas:create', { level: 'street', name, parentId });
      written.push(name);
    }
  };
  // each ends with the write that got no answer any more
  const writers = Promise.allSettled(Array.from({ length: WRITERS }, (_, index) => write(index + 1)));
  await new Promise((resolve) => setTimeout(resolve, WRITE_FOR_MS));
  for (const id of processes(product)) process.kill(id, 'SIGKILL');
  expect((await writers).map(({ status }) => status)).toEqual(Array(WRITERS).fill('rejected'));
  expect(written.length).toBeGreaterThan(WRITERS);

  const again = await start();
  expect(await streets(again)).toEqual(expect.arrayContaining(written));
  // the numbers of areas go on where they were
  await callApi(again, await signIn(again), 'hxAreas:create', { level: 'street', name: `新街道${run}`, parentId });
});

it('starts the database again when it is killed, and is not well in between', async () => {
  const product = started as Started;
  const killed = databaseProcess();
  process.kill(killed, 'SIGKILL');
  let wasUnwell = false;
  for (const deadline = Date.now() + RECOVERY_MS; Date.now() < deadline;) {
    const status = await health(product);
    wasUnwell ||= status === 503;
    if (wasUnwell && status === 200) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect([wasUnwell, await health(product)]).toEqual([true, 200]);
  expect(databaseProcess()).not.toBe(killed);
  expect(await streets(product)).toContain('东莱街道');
});

it('refuses to be started a second time on the same database, in words, and leaves the first alone', async () => {
  await expect(start()).rejects.toThrow(/runs or is being started already.*请先停止它/);
  expect(await health(started as Started)).toBe(200);
});

it('keeps secrets and database outside the folder that NocoBase serves, an earlier installation’s too', () => {
  for (const name of ['secrets.json', 'postgres']) {
    expect(fs.existsSync(path.join(storage, name))).toBe(true);
    expect(fs.existsSync(path.join(storage, 'nocobase', name))).toBe(false);
  }
  expect(fs.existsSync(path.join(storage, 'nocobase/earlier.txt'))).toBe(true);
  expect(fs.existsSync(path.join(storage, 'earlier.txt'))).toBe(false);
});

function verifyEvents(...parameters: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', 'scripts/verify-events.mjs', ...parameters],
    { cwd: root, env: { ...process.env, STORAGE_PATH: storage }, encoding: 'utf8' },
  );
  return { status, output: `${stdout}${stderr}` };
}

/** What somebody with the database's password can do: put its triggers to sleep first. */
async function behindTheBack(statement: string): Promise<void> {
  const { databasePassword } = JSON.parse(fs.readFileSync(path.join(storage, 'secrets.json'), 'utf8'));
  const port = Number(fs.readFileSync(path.join(storage, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]);
  const connection = { host: '127.0.0.1', port, user: 'postgres', password: databasePassword, database: 'hongxin' };
  await inDatabase({ database: connection }, `SET session_replication_role = replica; ${statement}`);
}

it('verifies the event log beside the running server, and ends with 1 where a row was altered', async () => {
  const heads = path.join(storage, 'heads.json');
  const found = verifyEvents('--save', heads);
  expect([found.status, found.output]).toEqual([0, expect.stringMatching(/^✓ \d+ events in \d+ chains/m)]);
  expect(verifyEvents('--against', heads).status).toBe(0);
  fs.writeFileSync(heads, JSON.stringify({ users: { sequence: 999_999, hash: 'x' } }));
  expect(verifyEvents('--against', heads)).toMatchObject({ status: 1, output: expect.stringContaining('mismatch') });
  expect(verifyEvents('--nonsense').status).toBe(1);
  await behindTheBack(`UPDATE "hxEvents" SET "recordId" = '4711' WHERE id = (SELECT min(id) FROM "hxEvents")`);
  const altered = verifyEvents();
  expect([altered.status, altered.output]).toEqual([1, expect.stringMatching(/^✗[^]*altered/m)]);
});

it('verifies it with the server stopped too', async () => {
  process.kill(-Number(started?.command.pid), 'SIGINT');
  expect(await started?.ended).toBe(0);
  const altered = verifyEvents();
  expect([altered.status, altered.output]).toEqual([1, expect.stringMatching(/^✗[^]*altered/m)]);
});
