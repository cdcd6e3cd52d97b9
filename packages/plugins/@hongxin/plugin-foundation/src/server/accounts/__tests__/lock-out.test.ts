/** Failed sign-ins: traced, counted per account and address, locked, unlocked. */
import type { Model, PasswordField } from '@nocobase/database';
import { app, cityClock, reset, root, signedOut, signInAs, type Client } from '@test/server/harness';
import { foundation } from '@test/server/foundation/places';
import { LOCK_OUT } from '../lock-out-setting';

jest.setTimeout(60_000);

const RIGHT = 'Password-1';
let administrator: Client;
let userId: number;

const attempt = (account: string, password: string, headers: Record<string, string> = {}) =>
  signedOut().post('auth:signIn', { account, password }, { headers });

const events = async (transition: string): Promise<Record<string, unknown>[]> => {
  const rows: Model[] = await app()
    .db.getRepository('hxEvents')
    .find({ filter: { transition }, sort: ['id'] });
  return rows.map((row) => row.toJSON() as Record<string, unknown>);
};

beforeEach(async () => {
  await reset();
  administrator = await root();
  userId = Number((await signInAs('lock-user', ['hx-member'])).userId);
});

afterEach(async () => {
  cityClock().right();
  foundation().accounts.lockOut.trustedProxies = 0;
  await app()
    .db.getRepository('hxSettings')
    .destroy({ filter: { key: 'lockOut' } });
});

it('traces a failed sign-in with who was meant, and nothing that was typed', async () => {
  expect((await attempt('lock-user', 'Secret-Typed-1')).status).toBe(401);
  expect((await attempt('nobody-here', 'Secret-Typed-2')).status).toBe(401);
  const [known, unknown] = await events('signInFailed');
  expect(known).toMatchObject({ collectionName: 'users', recordId: String(userId), actorId: null });
  expect(unknown).toMatchObject({ recordId: '*' });
  expect(JSON.stringify([known, unknown])).not.toMatch(/Secret|nobody-here/);
});

it('locks an account after five failures: the right password waits too, and the answer says how long', async () => {
  for (let count = 0; count < 5; count += 1) expect((await attempt('lock-user', 'wrong')).status).toBe(401);
  const locked = await attempt('lock-user', RIGHT);
  expect(locked.status).toBe(429);
  expect(locked.body.errors?.[0]).toMatchObject({ code: 'SIGN_IN_LOCKED' });
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
  expect((await attempt('LOCK-USER ', RIGHT)).status).toBe(429);
  expect(await events('signInLocked')).toMatchObject([
    { recordId: String(userId), details: { by: 'account', minutes: 15 } },
  ]);
});

it('answers for an account that does not exist as for one that does', async () => {
  const statuses: number[][] = [];
  for (const account of ['lock-user', 'lock-nobody']) {
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push((await attempt(account, 'wrong')).status);
    statuses.push(answers);
  }
  expect(statuses[0]).toEqual([401, 401, 401, 401, 401, 429]);
  expect(statuses[1]).toEqual(statuses[0]);
});

it('begins anew after a success', async () => {
  for (let count = 0; count < 4; count += 1) await attempt('lock-user', 'wrong');
  expect((await attempt('lock-user', RIGHT)).status).toBe(200);
  for (let count = 0; count < 4; count += 1) expect((await attempt('lock-user', 'wrong')).status).toBe(401);
  expect((await attempt('lock-user', RIGHT)).status).toBe(200);
});

it('lets no more than the limit through when many try at once, and locks once', async () => {
  await Promise.all(Array.from({ length: 12 }, () => attempt('lock-user', 'wrong')));
  expect((await attempt('lock-user', RIGHT)).status).toBe(429);
  expect(await events('signInLocked')).toHaveLength(1);
});

it('is unlocked by an administrator, which leaves a trace; by nobody else', async () => {
  for (let count = 0; count < 5; count += 1) await attempt('lock-user', 'wrong');
  const member = await signInAs('lock-other', ['hx-member']);
  expect((await member.post(`hxAccounts:unlock/${userId}`)).status).toBe(403);
  expect((await administrator.post(`hxAccounts:unlock/${userId}`)).body.data).toEqual({ unlocked: true });
  expect((await attempt('lock-user', RIGHT)).status).toBe(200);
  expect(await events('signInUnlocked')).toMatchObject([{ recordId: String(userId), actorId: 1 }]);
});

it('locks an address that tries many accounts, as the proxy in front names it; what the client adds itself does not help', async () => {
  foundation().accounts.lockOut.trustedProxies = 1;
  await foundation().settings.set(LOCK_OUT, { ...LOCK_OUT.defaultValue, addressFailures: 3 });
  for (let count = 0; count < 3; count += 1)
    await attempt(`lock-guess-${count}`, 'wrong', { 'x-forwarded-for': `198.51.100.${count}, 203.0.113.9` });
  expect((await attempt('lock-user', RIGHT, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(429);
  expect((await attempt('lock-user', RIGHT, { 'x-forwarded-for': '203.0.113.10' })).status).toBe(200);
  const [locked] = await events('signInLocked');
  expect(locked).toMatchObject({ recordId: '*', details: { by: 'address', network: '203.0.113.*' } });
});

it('takes its numbers from the settings, and refuses useless ones', async () => {
  const set = (value: object) =>
    administrator.post('hxSettings:updateOrCreate', { key: 'lockOut', value }, { query: { filterKeys: ['key'] } });
  expect((await set({ accountFailures: 0 })).status).toBe(400);
  expect((await set({ accountFailures: 3, addressFailures: 50, windowMinutes: 15, lockMinutes: 1 })).status).toBe(200);
  for (let count = 0; count < 3; count += 1) await attempt('lock-user', 'wrong');
  expect((await attempt('lock-user', RIGHT)).status).toBe(429);
});

const signIn = (values: Record<string, unknown>) => signedOut().post('auth:signIn', values);

it('lets one in again when the lock ends, and counts anew', async () => {
  for (let count = 0; count < 5; count += 1) await attempt('lock-user', 'wrong');
  cityClock().turnBy(14 * 60_000);
  expect((await attempt('lock-user', RIGHT)).status).toBe(429);
  cityClock().turnBy(2 * 60_000);
  for (let count = 0; count < 5; count += 1) expect((await attempt('lock-user', 'wrong')).status).toBe(401);
  expect((await attempt('lock-user', RIGHT)).status).toBe(429);
});

it('lets exactly the limit through of thirty at once', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => attempt('lock-user', 'wrong')));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
});

it('counts the one that is signed in, whatever else is named beside', async () => {
  const email = 'lock-user@example.test';
  for (let count = 0; count < 5; count += 1)
    expect((await signIn({ account: `junk${count}`, email, password: 'wrong' })).status).toBe(401);
  expect((await signIn({ account: 'junk', email, password: RIGHT })).status).toBe(429);
  for (let count = 0; count < 5; count += 1)
    await signIn({ email, account: '', username: `u${count}`, password: 'wrong' });
  expect((await signIn({ email, password: RIGHT })).status).toBe(429);
});

it('counts an account once, by whichever of its names it is tried', async () => {
  for (const account of ['lock-user', 'lock-user@example.test', 'lock-user', 'lock-user@example.test', 'lock-user'])
    expect((await attempt(account, 'wrong')).status).toBe(401);
  expect((await attempt('lock-user@example.test', RIGHT)).status).toBe(429);
});

it.each([
  { account: { $eq: 'lock-user' } },
  { account: ['lock-user'] },
  { account: 1 },
  { account: true },
  { account: null },
  { account: 'lock-user\0' },
  { email: { $startsWith: 'lock-user@' } },
  { account: 'lock-user', email: { $ne: 'x' } },
  { account: 'lock-user', username: {} },
  { account: 'lock-user', password: { $ne: 'x' } },
  { account: 'lock-user', password: ['Password-1'] },
  { account: 'lock-user', password: 1 },
  { account: 'x'.repeat(300) },
])('refuses %j, which is no text, before the database is asked', async (values) => {
  const answer = await signIn({ password: RIGHT, ...values });
  expect([answer.status, answer.body.errors?.[0].code]).toEqual([400, 'CREDENTIAL_NOT_TEXT']);
});

it('takes as long for an account that there is not as for one that there is: one password is compared for both', async () => {
  const field = app().db.getCollection('users').getField<PasswordField>('password');
  const verify = jest.spyOn(field, 'verify');
  for (const account of ['lock-user', 'lock-nobody']) {
    verify.mockClear();
    expect((await attempt(account, 'wrong')).status).toBe(401);
    expect([account, verify.mock.calls.length]).toEqual([account, 1]);
  }
  verify.mockRestore();
});

describe('changing one’s password', () => {
  const change = (client: Client, oldPassword: unknown, newPassword: unknown) =>
    client.post<Record<string, unknown>>('auth:changePassword', {
      oldPassword,
      newPassword,
      confirmPassword: newPassword,
    });

  it.each(['1', 'short-1', 'letters-only', '1234567890', 'lock-changer', 12345678901, null, { a: 1 }])(
    'refuses %j',
    async (password) => {
      const client = await signInAs('lock-changer', ['hx-member']);
      expect((await change(client, RIGHT, password)).status).toBe(400);
      expect((await attempt('lock-changer', RIGHT)).status).toBe(200);
    },
  );

  it('counts what is guessed of the old one', async () => {
    const client = await signInAs('lock-changer', ['hx-member']);
    for (let count = 0; count < 5; count += 1) expect((await change(client, 'wrong', 'Password-2')).status).toBe(401);
    expect((await change(client, RIGHT, 'Password-2')).status).toBe(429);
  });

  it('answers without any hash', async () => {
    const client = await signInAs('lock-changer', ['hx-member']);
    const answer = await change(client, RIGHT, 'Password-2');
    expect(answer.status).toBe(200);
    expect(answer.body.data).not.toHaveProperty('password');
    expect((await attempt('lock-changer', 'Password-2')).status).toBe(200);
  });
});

it('tells nobody by a lost password which addresses have an account', async () => {
  const headers = { 'x-authenticator': 'basic' };
  for (const email of ['lock-user@example.test', 'nobody@example.test'])
    expect((await signedOut().post('auth:lostPassword', { email }, { headers })).status).toBe(403);
  expect((await signedOut().post('auth:lostPassword', { email: { $ne: '' } }, { headers })).status).toBe(400);
});
