/** What goes over the wire for a page, asked of NocoBase's gateway as a browser does. */
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { app, reset, root, server, signInAs, type Client } from '@test/server/harness';
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

  it('is answered as it is now where it was unpacked with the date and the length of the one before', async () => {
    const bodies = new KeptBodies();
    const unpack = (text: string) => {
      fs.writeFileSync(file, text);
      fs.utimesSync(file, new Date(0), new Date(0));
    };
    unpack('three');
    const before = await bodies.of(found(), 'identity');
    await new Promise((resolve) => setTimeout(resolve, 20));
    unpack('seven');
    const after = await bodies.of(found(), 'identity');
    expect([before, after].map(({ bytes }) => bytes.toString())).toEqual(['three', 'seven']);
  });

  it('is forgotten where there is no room, the one longest unasked first', async () => {
    const bodies = new KeptBodies(10);
    const paths = ['a', 'b', 'c'].map((name) => path.join(folder, name));
    for (const each of paths) fs.writeFileSync(each, 'x'.repeat(5));
    const ask = (each: string) => bodies.of({ file: each, state: '1', size: 5, isForGood: false }, 'identity');
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

  describe('is asked for anew by', () => {
    const menus = '/api/desktopRoutes:listAccessible?tree=true&sort=sort';
    const of = ({ token, role }: Client, target: string, tag?: string, more: http.OutgoingHttpHeaders = {}) =>
      ask(target, {
        authorization: `Bearer ${String(token)}`,
        ...(role ? { 'x-role': role } : {}),
        ...(tag ? { 'if-none-match': tag } : {}),
        ...more,
      });
    const TITLE = '标签测试';
    let pageId: number;
    let official: Client;
    let administrator: Client;

    beforeAll(async () => {
      [official, administrator] = [await signInAs('tagged', ['hx-official', 'hx-member']), await root()];
      const page = { type: 'link', title: TITLE, options: { url: '/x' } };
      pageId = (await administrator.post<{ id: number }>('desktopRoutes:create', page)).body.data.id;
    });
    afterAll(() => administrator.post(`desktopRoutes:destroy?filterByTk=${pageId}`));

    it('whoever is given a page or loses one: the next answer is the new one', async () => {
      const before = await of(official, menus);
      expect(String(before.body)).not.toContain(TITLE);
      const turn = async (action: 'add' | 'remove') =>
        expect((await administrator.post(`roles/hx-official/desktopRoutes:${action}`, [pageId])).status).toBe(200);
      await turn('add');
      const given = await of(official, menus, String(before.headers.etag));
      expect([given.status, String(given.body).includes(TITLE)]).toEqual([200, true]);
      expect((await of(official, menus, String(given.headers.etag))).status).toBe(304);
      await turn('remove');
      const taken = await of(official, menus, String(given.headers.etag));
      expect([taken.status, String(taken.body).includes(TITLE)]).toEqual([200, false]);
    });

    it('whose role is changed, or who loses it', async () => {
      const check = '/api/roles:check';
      const before = await of(official, check);
      const change = async (snippets: string[]) =>
        expect((await administrator.post('roles:update?filterByTk=hx-official', { snippets })).status).toBe(200);
      const { snippets } = (await app()
        .db.getRepository('roles')
        .findOne({ filter: { name: 'hx-official' } })) as unknown as {
        snippets: string[];
      };
      await change([...snippets, 'ui.*']);
      const after = await of(official, check, String(before.headers.etag));
      expect([after.status, String(after.body).includes('ui.*')]).toEqual([200, true]);
      await change(snippets);
      expect((await of(official, check, String(after.headers.etag))).status).toBe(200);
      const rows = `users/${String(official.userId)}/roles`;
      expect((await administrator.post(`${rows}:remove`, ['hx-official'])).status).toBe(200);
      const without = await of(official, menus, String((await of(official, menus)).headers.etag));
      expect(without.status).toBeGreaterThanOrEqual(304);
      const lost = await of(official, check, String(before.headers.etag));
      expect(lost.status).not.toBe(304);
      expect((await administrator.post(`${rows}:add`, ['hx-official'])).status).toBe(200);
    });

    it('another one in the same browser, whatever it sends: nobody is told what somebody else was told', async () => {
      const roots = await of(administrator, menus);
      const tag = String(roots.headers.etag);
      const mine = await of(official, menus);
      const sent: http.OutgoingHttpHeaders[] = [
        {},
        { 'x-role': 'hx-member' },
        { 'x-role': 'root' },
        { 'x-locale': 'en-US' },
        { 'accept-language': 'en-US' },
        { 'x-timezone': '-11:00' },
        { 'x-authenticator': 'other' },
        { 'x-app': 'other' },
        { 'x-data-source': 'other' },
        { 'if-modified-since': new Date().toUTCString() },
        { 'if-none-match': `"x", W/${tag}, ${'"y", '.repeat(500)}"z"` },
        { authorization: '' },
        { authorization: 'Bearer x' },
      ];
      for (const more of sent) {
        const answer = await of(official, menus, tag, more);
        expect([more, answer.status === 304, answer.body.equals(roots.body)]).toEqual([more, false, false]);
        if (answer.status === 200) expect(answer.headers['cache-control']).toBe('private, no-cache');
        else expect([more, answer.headers.etag]).toEqual([more, undefined]);
      }
      const inAddress = (token: string | null) => ask(`${menus}&token=${String(token)}`, { 'if-none-match': tag });
      expect((await inAddress(official.token)).body.equals(roots.body)).toBe(false);
      expect((await of(official, menus, String(mine.headers.etag))).status).toBe(304);
      for (const target of [menus, '/api/roles:check']) {
        const signedOut = await ask(target, { 'if-none-match': '*' });
        expect([signedOut.status, signedOut.headers.etag]).toEqual([401, undefined]);
      }
    });

    it('whoever asks otherwise than a browser', async () => {
      const { headers } = await of(official, menus);
      const authorization = `Bearer ${String(official.token)}`;
      const head = await ask(menus, { authorization }, 'HEAD');
      expect([head.body.length, head.headers.etag]).toEqual([0, undefined]);
      const piece = await of(official, menus, undefined, { range: 'bytes=0-9' });
      expect([piece.status, piece.headers.etag]).toEqual([200, headers.etag]);
      for (const accepted of ['identity', 'br;q=0', 'gzip;q=0, *', 'x'.repeat(4000), '', '*;q=0']) {
        const answer = await of(official, menus, undefined, { 'accept-encoding': accepted });
        expect([accepted, answer.status, answer.headers.etag]).toEqual([accepted, 200, headers.etag]);
      }
      expect((await of(official, menus, `"${'x'.repeat(40_000)}"`)).status).toBe(431);
    });
  });
});

describe('whoever means no well', () => {
  let script: string;
  beforeAll(async () => {
    script = /\/dist\/hongxin\/plugins-\w+\.js/.exec(String((await ask('/v/admin')).body))?.[0] ?? '';
  });

  it.each([
    '/dist/hongxin/../../secrets.json',
    '/dist/hongxin/%2e%2e/%2e%2e/secrets.json',
    '/dist/hongxin/..%2f..%2fsecrets.json',
    '/dist/hongxin%2f..%2f..%2fsecrets.json',
    '/dist/hongxin/%252e%252e/secrets.json',
    '/dist/hongxin/..%5c..%5csecrets.json',
    '/dist/hongxin/a%00.js',
    '/dist/hongxin/%zz.js',
    `/dist/hongxin/${'a'.repeat(300)}.js`,
    '/dist/hongxin/',
    '/dist/hongxin//etc/passwd',
    '/v/assets/..%2f..%2findex.html.tpl',
  ])('finds nothing beside the scripts: %s', async (target) => {
    const { status, headers } = await ask(target);
    expect([400, 404]).toContain(status);
    expect(String(headers['cache-control'])).not.toContain('immutable');
  });

  it('is given the script in pieces, by its head and in other spellings, and never half of it as the whole', async () => {
    const whole = await ask(script, { 'accept-encoding': 'identity' });
    expect(whole.status).toBe(200);
    const piece = await ask(script, { range: 'bytes=0-9', 'accept-encoding': 'br' });
    expect([piece.status, piece.body.equals(whole.body.subarray(0, 10))]).toEqual([206, true]);
    const beyond = await ask(script, { range: `bytes=${whole.body.length + 1}-` });
    expect(beyond.status).toBe(416);
    const head = await ask(script, { 'accept-encoding': 'identity' }, 'HEAD');
    expect([head.body.length, head.headers['content-length']]).toEqual([0, String(whole.body.length)]);
    for (const spelled of [script.replace('plugins', '%70lugins'), `${script}?x=1`])
      expect((await ask(spelled)).body.equals(whole.body)).toBe(true);
    expect((await ask(script, { 'if-none-match': '*' })).status).toBe(304);
    expect((await ask(script, { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers['content-encoding']).toBeUndefined();
  });
});
