/** What goes over the wire for a page, asked of NocoBase's gateway as a browser does. */
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { reset, root, server, signInAs } from '@test/server/harness';
import { fileOfAddress, type StaticPlaces } from '../file-of-address';
import { KeptBodies } from '../kept-bodies';

jest.setTimeout(300_000);

interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}
let port: number;

/** Asks as it stands: `fetch` unpacks and keeps. */
function ask(target: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', path: target, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: Number(answer.statusCode), headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    request.on('error', reject).end();
  });
}

beforeAll(async () => {
  await reset();
  port = await server().gatewayPort();
});

describe('a static file', () => {
  const client = path.join(path.dirname(require.resolve('@nocobase/app/package.json')), 'dist/client/v/assets');
  const asset = fs.readdirSync(client).find((name) => /^index-[0-9a-f]{8}\.js$/.test(name)) ?? '';
  const content = fs.readFileSync(path.join(client, asset));
  const address = `/v/assets/${asset}`;

  it.each([
    ['br, gzip', 'br', zlib.brotliDecompressSync],
    ['gzip, deflate', 'gzip', zlib.gunzipSync],
    ['br;q=0, gzip', 'gzip', zlib.gunzipSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
  ])('is packed as the browser takes it: %s', async (accepted, encoding, unpack) => {
    const { status, headers, body } = await ask(address, { 'accept-encoding': accepted });
    expect([status, headers['content-encoding'], headers.vary]).toEqual([200, encoding, 'Accept-Encoding']);
    expect(headers['content-type']).toMatch(/^(application|text)\/javascript/);
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(unpack(body).equals(content)).toBe(true);
  });

  it('is kept for good under an address that names its content, else asked for anew', async () => {
    expect((await ask(address)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const checker = await ask('/v/browser-checker.js?v=1', { 'accept-encoding': 'br' });
    expect(checker.headers['cache-control']).toBe('no-cache');
    const tag = String(checker.headers.etag);
    const again = await ask('/v/browser-checker.js?v=1', { 'accept-encoding': 'br', 'if-none-match': `W/${tag}` });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tag]);
    const other = await ask('/v/browser-checker.js?v=1', { 'accept-encoding': 'br', 'if-none-match': '"another"' });
    expect(other.status).toBe(200);
  });

  it('of a plugin is kept where its address carries a hash', async () => {
    const file = '/static/plugins/@nocobase/plugin-acl/dist/client-v2/index.js';
    expect((await ask(`${file}?hash=0123abcd`)).headers['cache-control']).toContain('immutable');
    expect((await ask(file)).headers['cache-control']).toBe('no-cache');
    expect((await ask(`${file}?hash=x`)).headers['cache-control']).toBe('no-cache');
  });

  it('is told of without its content, and given in pieces by the host', async () => {
    const head = await ask(address, {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(content.length)]);
    const piece = await ask(address, { range: 'bytes=0-9' });
    expect([piece.status, piece.body.equals(content.subarray(0, 10))]).toEqual([206, true]);
  });

  it.each(['/v/admin', '/v/', '/admin'])('is none: %s is a page', async (page) => {
    const { status, headers } = await ask(page);
    expect([status, headers.etag]).toEqual([200, undefined]);
    expect(headers['content-type']).toContain('text/html');
  });
});

describe('a file that changes', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-delivery-'));
  const file = path.join(folder, 'dist/client-v2/index.js');
  const places: StaticPlaces = {
    publicPath: '/',
    plugins: '/static/plugins/',
    modern: 'v',
    clients: folder,
    scripts: path.join(folder, 'scripts'),
    packageFolder: (name) => (name === '@x/y' ? folder : null),
  };
  const found = () => {
    const at = fileOfAddress('/static/plugins/@x/y/dist/client-v2/index.js?hash=0123abcd', places);
    if (!at) throw new Error('no file');
    return at;
  };
  beforeAll(() => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, 'one');
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('is answered as it is now', async () => {
    const bodies = new KeptBodies();
    const [before, same] = await Promise.all([bodies.of(found(), 'br'), bodies.of(found(), 'br')]);
    expect(same).toBe(before);
    fs.writeFileSync(file, 'two two');
    const after = await bodies.of(found(), 'br');
    expect([before, after].map(({ bytes }) => zlib.brotliDecompressSync(bytes).toString())).toEqual(['one', 'two two']);
    expect(after.digest).not.toBe(before.digest);
  });

  it('is forgotten where there is no room, the one longest unasked first', async () => {
    const bodies = new KeptBodies(10);
    const paths = ['a', 'b', 'c'].map((name) => path.join(folder, name));
    for (const each of paths) fs.writeFileSync(each, 'x'.repeat(5));
    const ask = (each: string) => bodies.of({ file: each, mtimeMs: 1, size: 5, isForGood: false }, 'identity');
    const [first, second] = [await ask(paths[0]), await ask(paths[1])];
    expect(await ask(paths[0])).toBe(first);
    await ask(paths[2]);
    expect(await ask(paths[0])).toBe(first);
    expect(await ask(paths[1])).not.toBe(second);
  });

  it('is found nowhere but in its folder', () => {
    for (const address of [
      '/static/plugins/@x/z/a.js',
      '/static/plugins/@x/y/../a',
      '/v/../../etc/passwd',
      '/dist/a.js',
    ])
      expect(fileOfAddress(address, places)).toBeNull();
  });
});

describe('an answer of the application', () => {
  const texts = '/api/app:getLang?locale=zh-CN';
  const json = (body: Buffer) => JSON.parse(body.toString()) as { data: unknown };

  it('is packed, and not sent again while it is the same', async () => {
    const plain = await ask(texts);
    const { headers, body } = await ask(texts, { 'accept-encoding': 'gzip' });
    expect([headers['content-encoding'], headers['cache-control']]).toEqual(['gzip', 'private, no-cache']);
    expect(json(zlib.gunzipSync(body))).toEqual(json(plain.body));
    expect(body.length * 3).toBeLessThan(plain.body.length);
    const again = await ask(texts, { 'accept-encoding': 'gzip', 'if-none-match': String(headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const other = await ask('/api/app:getLang?locale=en-US', { 'if-none-match': String(headers.etag) });
    expect(other.status).toBe(200);
  });

  it('is another one for another account, and known to depend on it', async () => {
    const reader = await signInAs('reader', ['member']);
    const of = (token: string | null, tag?: string) =>
      ask('/api/roles:check', { authorization: `Bearer ${String(token)}`, ...(tag ? { 'if-none-match': tag } : {}) });
    const [mine, roots] = [await of(reader.token), await of((await root()).token)];
    expect(mine.headers.vary).toContain('Authorization');
    expect(mine.headers.etag).not.toBe(roots.headers.etag);
    expect((await of(reader.token, String(roots.headers.etag))).body.equals(mine.body)).toBe(true);
    expect((await of(reader.token, String(mine.headers.etag))).status).toBe(304);
  });

  it.each(['hxAreas:list', 'users:list', 'auth:check', 'hxPersons:list?pageSize=1'])(
    'with records is kept by no browser: %s',
    async (name) => {
      const { status, headers } = await ask(`/api/${name}`, {
        authorization: `Bearer ${String((await root()).token)}`,
      });
      expect([status, headers['cache-control'], headers.etag]).toEqual([200, 'no-store', undefined]);
    },
  );
});
