/** What npm start says when it cannot start: one clear sentence that names the remedy, and an exit code other than 0. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const storage = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-start-'));
afterAll(() => fs.rmSync(storage, { recursive: true, force: true }));

jest.setTimeout(300_000); // it builds first what is not built

/** @param pretend code that runs before, to stand for a machine that is not this one */
function start(environment: Record<string, string>, pretend?: string): Promise<{ code: number | null; said: string }> {
  const preload = pretend ? ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`] : [];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...preload, 'scripts/start.mjs'], {
      cwd: root,
      env: { ...process.env, STORAGE_PATH: storage, HX_DEMO: 'none', ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said: said.trim() }));
  });
}

async function refusal(environment: Record<string, string>, pretend?: string): Promise<string> {
  const { code, said } = await start(environment, pretend);
  expect(code).toBe(1);
  expect(said.split('\n')).toHaveLength(1);
  return said;
}

/** Listens on a port of its own. */
function takePort(): Promise<{ port: number; server: net.Server }> {
  const server = net.createServer();
  return new Promise((resolve) => {
    server.listen(0, '0.0.0.0', () => resolve({ port: (server.address() as net.AddressInfo).port, server }));
  });
}

it('names the port that is taken, and how to choose another', async () => {
  const { port, server } = await takePort();
  expect(await refusal({ APP_PORT: String(port) })).toBe(
    `✗ Port ${port} is taken by another program; stop it, or choose another port: APP_PORT=${port + 1} npm start`,
  );
  server.close();
});

it.each(['web', '0', '70000', '80.5'])('does not take %s for a port', async (port) => {
  expect(await refusal({ APP_PORT: port })).toBe(`✗ APP_PORT must be a number from 1 to 65535, not "${port}".`);
});

it('says which cities there are', async () => {
  const { port, server } = await takePort();
  server.close();
  expect(await refusal({ APP_PORT: String(port), HX_DEMO: 'paris' })).toBe(
    '✗ HX_DEMO must be "longkou" or "none", not "paris".',
  );
});

it('says that the disk is full', async () => {
  const full = `import fs from 'node:fs'; fs.statfsSync = () => ({ bavail: 1000, bsize: 4096 });`;
  expect(await refusal({}, full)).toBe(
    `✗ Less than 1 GB is free on the disk of ${storage}; free some room or set STORAGE_PATH to another disk.`,
  );
});

it.each(['18.20.8', '25.1.0'])('says which Node.js it needs instead of %s', async (version) => {
  const other = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  expect(await refusal({}, other)).toBe(
    `✗ Node.js 20 to 24 is needed; this is ${version}. Install one from https://nodejs.org and try again.`,
  );
});

it('names the database that cannot be reached, and what to check', async () => {
  const [{ port, server }, app] = [await takePort(), await takePort()];
  for (const each of [server, app.server]) await new Promise((resolve) => each.close(resolve));
  const said = await refusal({ APP_PORT: String(app.port), DB_HOST: '127.0.0.1', DB_PORT: String(port) });
  expect(said).toMatch(
    new RegExp(
      `^✗ The database hongxin at 127\\.0\\.0\\.1:${port} cannot be reached as postgres: .*ECONNREFUSED.*DB_PORT`,
    ),
  );
});

/** Holds the folder as a start does, until it is killed. */
async function holder(): Promise<ChildProcess> {
  const code = `import { holdFolder } from './scripts/lib/hold-folder.mjs';
    await holdFolder(${JSON.stringify(storage)});
    console.log('held');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { cwd: root });
  await once(child.stdout, 'data');
  return child;
}

it('is refused at once while another start has the same folder, before anything of it is touched; not after a kill', async () => {
  const [{ port, server }, database] = [await takePort(), await takePort()];
  for (const each of [server, database.server]) await new Promise((resolve) => each.close(resolve));
  // a database that cannot be reached: who gets so far is past the folder
  const further = { APP_PORT: String(port), DB_HOST: '127.0.0.1', DB_PORT: String(database.port) };
  const child = await holder();
  expect(await refusal(further)).toBe(
    `✗ The installation in ${storage} runs or is being started already (process ${child.pid}). Only one may: stop it first. / 该安装已在运行或正在启动，请先停止它。`,
  );
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  expect(await refusal(further)).toMatch(/cannot be reached/);
});
