/** Files: who may put them there, what they may be, and who gets them back. */
import { app, server, signedOut } from '../server/harness';
import type { Caller } from './support/callers';
import { buildTown, leaveTown } from './support/town';

jest.setTimeout(300_000);

let east: Caller;
let stranger: Caller;

beforeAll(async () => {
  const town = await buildTown();
  east = town.callers.find(({ name }) => name === 'hx-official of the east')!;
  stranger = town.callers.find(({ name }) => name === 'hx-resident')!;
});

afterAll(leaveTown);

interface Stored {
  id: number;
  url: string;
}

function upload(content: string, name: string, type: string, caller = east) {
  const form = new FormData();
  form.append('file', new Blob([content], { type }), name);
  return caller.client.post<Stored>('attachments:create', form);
}

const download = (path: string, token: string | null) =>
  fetch(new URL(path, server().url), {
    headers: token ? { authorization: `Bearer ${token}` } : {},
    redirect: 'manual',
  });

it.each([
  ['a page', '<script>alert(1)</script>', 'x.html', 'text/html'],
  [
    'a drawing with a script',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'x.svg',
    'image/svg+xml',
  ],
  ['a page named a picture', '<html><script>alert(1)</script></html>', 'x.png', 'text/html'],
  ['a script', 'alert(1)', 'x.js', 'text/javascript'],
  [
    'an XML page',
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
    'x.xhtml',
    'application/xhtml+xml',
  ],
])('never shows %s in the browser', async (_title, content, name, type) => {
  const { status, body } = await upload(content, name, type);
  expect(status).toBeLessThan(500);
  if (status >= 400) return;
  const answer = await download(body.data.url, east.client.token);
  const isShown =
    /html|svg|xml|javascript/.test(answer.headers.get('content-type') ?? '') &&
    !/^attachment/.test(answer.headers.get('content-disposition') ?? '');
  expect([name, answer.status, isShown]).toEqual([name, answer.status, false]);
});

it('gives a file to nobody by its address alone', async () => {
  const { status, body } = await upload('private', 'notes.txt', 'text/plain');
  expect(status).toBe(200);
  const { id, url } = body.data;
  for (const answer of [
    await download(url, null),
    await download(url, stranger.client.token),
    await download(`/api/attachments:getFile/${id}`, null),
    await download(`/api/attachments:getFile/${id}`, stranger.client.token),
  ])
    expect(await answer.text()).not.toContain('private');
  for (const client of [signedOut(), stranger.client]) {
    expect((await client.get(`attachments:get/${id}`)).status).toBeGreaterThanOrEqual(400);
    expect((await client.get('attachments:list')).status).toBeGreaterThanOrEqual(400);
  }
});

it('refuses a file that is too large', async () => {
  const storage = await app()
    .db.getRepository('storages')
    .findOne({ filter: { default: true } });
  const rules = storage?.get('rules') as { size?: number } | null;
  expect(rules?.size).toBeGreaterThan(0);
  expect(rules?.size).toBeLessThanOrEqual(100 * 1024 * 1024);
});
