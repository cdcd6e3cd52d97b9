/** What NocoBase's gateway answers before the application, asked over raw sockets: `fetch` tidies a path up first. */
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { Model } from '@nocobase/database';
import { app, reset, root, server, signInAs, signedOut } from '@test/server/harness';

jest.setTimeout(300_000);

const SECRET = 'a secret of the machine';
const ANSWER_WITHIN_MS = 30_000;
let storage: string;
let port: number;

/** @returns the whole answer, or null where none came */
function ask(lines: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.write([...lines, 'Host: x', 'Connection: close', '', ''].join('\r\n'), 'latin1');
    });
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('error', () => resolve(Buffer.concat(parts).toString()));
    socket.on('close', () => resolve(Buffer.concat(parts).toString()));
    socket.setTimeout(ANSWER_WITHIN_MS, () => {
      resolve(null);
      socket.destroy();
    });
  });
}

const get = (target: string): Promise<string | null> => ask([`GET ${target} HTTP/1.1`]);
const statusOf = (answer: string | null): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer ?? '')?.[1]);

beforeAll(async () => {
  await reset();
  storage = String(server().environment.STORAGE_PATH);
  fs.writeFileSync(path.join(storage, 'secret.txt'), SECRET);
  fs.mkdirSync(path.join(storage, 'uploads'), { recursive: true });
  fs.writeFileSync(path.join(storage, 'uploads/somebodys.txt'), SECRET);
  port = await server().gatewayPort();
});

const climbing = (): string[] => {
  const up = '../'.repeat(12);
  const file = `${storage}/secret.txt`.slice(1);
  return [
    `/static/plugins/..${storage}/secret.txt`,
    `/static/plugins/../${up}${file}`,
    `/static/plugins/%2e%2e${storage}/secret.txt`,
    `/static/plugins/%252e%252e${storage}/secret.txt`,
    `/static/plugins/.%2E${storage}/secret.txt`,
    `/static/plugins/..%2f${file}`,
    `/static/plugins/..\\${file}`,
    `/static/plugins/..%5c${file}`,
    `/static/plugins/@nocobase/..${storage}/secret.txt`,
    `/static/plugins/@nocobase/plugin-acl/../../../../${up}${file}`,
    `/static/plugins/./../${file}`,
    `//static/plugins/..${storage}/secret.txt`,
    `/static//plugins/..${storage}/secret.txt`,
    `/static/plugins//..${storage}/secret.txt`,
    `/static/plugins/..${storage}/secret.txt?a=b`,
    `/static/plugins/..${storage}/secret.txt#a`,
    `/static/plugins/..;${storage}/secret.txt`,
    `http://x/static/plugins/..${storage}/secret.txt`,
    `http://x@y/static/plugins/..${storage}/secret.txt`,
    '/static/plugins/../proc/self/environ',
    `/storage/uploads/../secret.txt`,
    `/storage/uploads/%2e%2e/secret.txt`,
    `/storage/uploads/..%2fsecret.txt`,
    `/dist/../secret.txt`,
    `/v/../../${up}${file}`,
    `/${up}${file}`,
    `/files/../../secret.txt`,
  ];
};

it('gives no file of the machine, however the way to it is written', async () => {
  const token = (await root()).token;
  for (const target of climbing()) {
    for (const answer of [await get(target), await ask([`GET ${target} HTTP/1.1`, `Authorization: Bearer ${token}`])]) {
      expect([target, statusOf(answer) === 400 || statusOf(answer) === 404 || /<html/.test(String(answer))]).toEqual([
        target,
        true,
      ]);
      expect(answer).not.toContain(SECRET);
      expect(answer).not.toContain('DB_PASSWORD=');
    }
  }
});

it.each([
  ['/static/plugins/nope/x', 404],
  ['/static/plugins/nope', 404],
  ['/static/plugins/', 404],
  ['/static/plugins/%', 400],
  ['/static/plugins/%zz/x', 400],
  ['/static/plugins/@nocobase', 404],
  ['/static/plugins/@nocobase/', 404],
  ['/static/plugins/@nocobase/nope/dist/client/index.js', 404],
  ['/static/plugins/@hongxin/plugin-foundation/dist/server/index.js', 404],
  ['/static/plugins/@hongxin/plugin-foundation/dist/%73erver/index.js', 404],
  ['/static/plugins/@hongxin/plugin-foundation/package.json', 404],
  ['/static/plugins/@nocobase/plugin-acl/dist/client/nope.js', 404],
  ['http://[/static', 400],
  ['*', 400],
])('answers %s at once with %d', async (target, status) => {
  expect(statusOf(await get(target))).toBe(status);
});

it('still serves what browsers ask for', async () => {
  for (const target of [
    '/static/plugins/@nocobase/plugin-acl/dist/client/index.js',
    '/static/plugins/@nocobase/plugin-acl/dist/client-v2/index.js?version=1',
    '/static/plugins/@hongxin/plugin-foundation/dist/client-v2/index.js',
    '/static/plugins/@nocobase/plugin-acl/README.md',
    '/api/app:getLang',
    '/',
    '/v/admin',
    '/v/mobile?a=../b',
  ])
    expect([target, statusOf(await get(target))]).toEqual([target, 200]);
});

/** Opens a websocket. @returns the first lines of the answer, or `closed` */
function open(target: string, headers: readonly string[] = []): Promise<string> {
  const upgrade = ['Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      const lines = [`GET ${target} HTTP/1.1`, 'Host: x', 'Connection: Upgrade', ...upgrade, ...headers, '', ''];
      socket.write(lines.join('\r\n'));
    });
    socket.once('data', (part: Buffer) => {
      resolve(part.toString());
      socket.destroy();
    });
    socket.once('close', () => resolve('closed'));
    socket.once('error', () => resolve('closed'));
  });
}

it('goes on answering, whatever application a request asks for', async () => {
  const sockets = String(server().environment.WS_PATH ?? '/ws');
  const asked: [string, ...string[]][] = [
    ['/api/app:getLang', 'X-App: 1'],
    ['/api/app:getLang', 'X-App: __proto__'],
    ['/api/app:getLang?__appName=1'],
    ['/api/app:getLang?__appName[]=main&__appName[]=1'],
    ['/api/app:getLang?__appName[x]=1'],
    ['/api/__app/1/app:getLang'],
    ['/api/__app/%2e/app:getLang'],
    ['/files/1/x.pdf'],
    ['/storage/uploads/x.pdf', 'X-App: 1'],
    ['/v/admin', 'X-App: 1'],
    ['/static/plugins/@nocobase/plugin-acl/README.md', 'X-App: 1'],
    ['/', 'X-Hostname: elsewhere', 'X-App: elsewhere'],
  ];
  for (const [target, ...headers] of asked) {
    await ask([`GET ${target} HTTP/1.1`, ...headers]);
    await open(sockets, headers);
    await open(`${sockets}?__appName=1`);
    const after = await get('/api/app:getLang');
    expect([target, ...headers, statusOf(after)]).toEqual([target, ...headers, 200]);
  }
});

it('refuses websockets anywhere but where they belong, and ends them', async () => {
  expect(await open(String(server().environment.WS_PATH ?? '/ws'))).toContain(' 101 ');
  for (const target of ['http://a:99999/ws', `/static/plugins/..${storage}/secret.txt`, '/nope', 'http://['])
    expect(await open(target)).not.toContain(' 101 ');
});

it('gives an upload by where it lies to administrators only', async () => {
  const target = '/storage/uploads/somebodys.txt';
  const member = await signInAs('gateway-member', ['hx-member']);
  const as = (token: string | null) =>
    ask([`GET ${target} HTTP/1.1`, ...(token ? [`Authorization: Bearer ${token}`] : [])]);
  expect(statusOf(await as(null))).toBe(401);
  expect(statusOf(await as(member.token))).toBe(404);
  expect(statusOf(await as((await root()).token))).toBe(200);
  // the logo is on every page
  const settings = await app()
    .db.getRepository('systemSettings')
    .findOne({ appends: ['logo'] });
  const logo = `/storage/uploads/${String((settings.get('logo') as Model).get('filename'))}`;
  const withHeader = (path: string, said: string) =>
    ask([`GET ${path} HTTP/1.1`, `Authorization: Bearer ${member.token}`, `X-Original-URI: ${said}`]);
  expect(statusOf(await withHeader(logo, ''))).toBe(200);
  expect(statusOf(await withHeader(target, logo))).toBe(404);
  const question = (said: string) =>
    member.call('GET', 'auth:checkLegacyFileAccess', { headers: { 'x-original-uri': said } });
  expect((await question(logo)).status).toBe(204);
  expect((await question(target)).status).toBe(403);
  // NocoBase's nginx asks this way, and knows 401 and 403 only
  expect((await member.get('auth:checkLegacyFileAccess')).status).toBe(403);
  expect((await signedOut().get('auth:checkLegacyFileAccess')).status).toBe(401);
});
