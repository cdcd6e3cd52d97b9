/** What an account is given acts at once, whatever door it came or went by, and on processes that no message reaches soon. */
import { app, cityClock, Client, reset, root, signInAs } from '@test/server/harness';

let administrator: Client;
let account: Client;
let member: Client;

interface Foundation {
  handleSyncMessage(message: unknown): Promise<void>;
  sendSyncMessage(message: unknown): Promise<void>;
}
const foundation = () => app().pm.get('@hongxin/plugin-foundation') as unknown as Foundation;
const statusOf = async (client: Client): Promise<number> => (await client.get('roles:check')).status;

beforeAll(async () => {
  await reset();
  administrator = await root();
});
beforeEach(async () => {
  account = await signInAs(`cached-${Math.random().toString(36).slice(2, 8)}`, ['member']);
  member = new Client(account.token, 'hx-member', account.userId);
  // NocoBase has looked and remembers
  expect(await statusOf(account)).toBe(200);
  expect(await statusOf(member)).toBe(401);
});
afterEach(() => cityClock().right());

const GIVE: Record<string, () => Promise<unknown>> = {
  'roles/x/users:add': () => administrator.post('roles/hx-member/users:add', [account.userId]),
  'users/x/roles:add': () => administrator.post(`users/${account.userId}/roles:add`, ['hx-member']),
  'users/x/roles:set': () => administrator.post(`users/${account.userId}/roles:set`, ['member', 'hx-member']),
  'users:update': () =>
    administrator.post(
      'users:update',
      { roles: [{ name: 'member' }, { name: 'hx-member' }] },
      { query: { filterByTk: account.userId, updateAssociationValues: ['roles'] } },
    ),
  'the repository': () =>
    app()
      .db.getRepository('rolesUsers')
      .create({ values: { userId: account.userId, roleName: 'hx-member' } }),
};
const TAKE: Record<string, () => Promise<unknown>> = {
  'roles/x/users:remove with the key in the address': () =>
    administrator.post('roles/hx-member/users:remove', {}, { query: { filterByTk: account.userId } }),
  'roles/x/users:remove': () => administrator.post('roles/hx-member/users:remove', [account.userId]),
  'roles/x/users:set': () => administrator.post('roles/hx-member/users:set', []),
  'users/x/roles:remove': () => administrator.post(`users/${account.userId}/roles:remove`, ['hx-member']),
  'users/x/roles:remove with the key in the address': () =>
    administrator.post(`users/${account.userId}/roles:remove`, {}, { query: { filterByTk: 'hx-member' } }),
  'users/x/roles:set': () => administrator.post(`users/${account.userId}/roles:set`, ['member']),
  'users:update': () =>
    administrator.post(
      'users:update',
      { roles: [{ name: 'member' }] },
      { query: { filterByTk: account.userId, updateAssociationValues: ['roles'] } },
    ),
  'the repository': () =>
    app()
      .db.getRepository('rolesUsers')
      .destroy({ filter: { userId: account.userId, roleName: 'hx-member' } }),
};

it.each(Object.keys(GIVE))('a role given by %s acts at once', async (door) => {
  await GIVE[door]();
  expect(await statusOf(member)).toBe(200);
});

it.each(Object.keys(TAKE))('a role taken away by %s is gone at once', async (door) => {
  await GIVE['roles/x/users:add']();
  expect(await statusOf(member)).toBe(200);
  await TAKE[door]();
  expect(await statusOf(member)).toBe(401);
  expect(await statusOf(account)).toBe(200);
});

it('a default role that is taken away is the default no longer', async () => {
  await GIVE['roles/x/users:add']();
  await member.post('users:setDefaultRole', { roleName: 'hx-member' });
  const unnamed = new Client(account.token, null, account.userId);
  expect((await unnamed.get<{ role: string }>('roles:check')).body.data.role).toBe('hx-member');
  await TAKE['roles/x/users:remove']();
  expect((await unnamed.get<{ role: string }>('roles:check')).body.data.role).toBe('member');
});

it('a role that is deleted is gone, also when another of its name is made', async () => {
  const make = () => administrator.post('roles:create', { name: 'passing', title: '临时' });
  await make();
  await administrator.post('roles/passing/users:add', [account.userId]);
  const passing = new Client(account.token, 'passing', account.userId);
  expect(await statusOf(passing)).toBe(200);
  await administrator.post('roles:destroy', {}, { query: { filterByTk: 'passing' } });
  await make();
  expect(await statusOf(passing)).toBe(401);
  await administrator.post('roles:destroy', {}, { query: { filterByTk: 'passing' } });
});

it('the sessions of a deleted account end at once', async () => {
  await administrator.post('users:destroy', {}, { query: { filterByTk: account.userId } });
  expect(await statusOf(account)).toBe(401);
});

/** As another process writes: this one's hooks hear nothing of it. */
const takeElsewhere = () =>
  app().db.sequelize.query(`DELETE FROM "rolesUsers" WHERE "userId" = ${account.userId} AND "roleName" = 'hx-member'`);

it('what another process has taken away is gone with its message', async () => {
  await GIVE['roles/x/users:add']();
  expect(await statusOf(member)).toBe(200);
  await takeElsewhere();
  await foundation().handleSyncMessage({ type: 'forgetUsers', userIds: [String(account.userId)] });
  expect(await statusOf(member)).toBe(401);
});

it('and without a message within a minute', async () => {
  await GIVE['roles/x/users:add']();
  expect(await statusOf(member)).toBe(200);
  await takeElsewhere();
  cityClock().turnBy(61_000);
  expect(await statusOf(member)).toBe(401);
});

it('tells the other processes of every change, after its commit', async () => {
  const told: unknown[] = [];
  const own = foundation();
  const send = jest.spyOn(own, 'sendSyncMessage').mockImplementation(async (message) => void told.push(message));
  try {
    await app().db.sequelize.transaction(async (transaction) => {
      const values = { userId: account.userId, roleName: 'hx-member' };
      await app().db.getRepository('rolesUsers').create({ values, transaction });
      expect(told).toEqual([]);
    });
    expect(told).toContainEqual({ type: 'forgetUsers', userIds: [String(account.userId)] });
    told.length = 0;
    await TAKE['roles/x/users:remove']();
    expect(told).toContainEqual({ type: 'forgetUsers', userIds: [String(account.userId)] });
  } finally {
    send.mockRestore();
  }
});
