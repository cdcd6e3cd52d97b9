/** Failed sign-ins: traced, counted per account and address, locked, unlocked. */
import type { Model } from '@nocobase/database';
import { app, reset, root, signedOut, signInAs, type Client } from '../../../../../../../../test/server/harness';
import { foundation } from '../../__tests__/support/places';
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
