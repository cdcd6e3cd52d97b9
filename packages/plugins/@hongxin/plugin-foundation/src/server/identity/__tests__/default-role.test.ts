/** One's default role is one of one's own: the host takes any, and forgets the one there was. */
import { Client, reset, signInAs } from '@test/server/harness';

let account: Client;
const choose = (roleName: string, locale = 'zh-CN') =>
  account.post('users:setDefaultRole', { roleName }, { headers: { 'x-locale': locale } });
const current = async () => {
  const unnamed = new Client(account.token, null, account.userId);
  return (await unnamed.get<{ role: string }>('roles:check')).body.data.role;
};

beforeAll(async () => {
  await reset();
  account = await signInAs('default-role', ['member', 'hx-member']);
});

it('may be any role that one has', async () => {
  for (const role of ['member', 'hx-member']) {
    expect((await choose(role)).status).toBe(200);
    expect(await current()).toBe(role);
  }
  expect((await choose('__union__')).status).toBe(200);
  expect((await choose('hx-member')).status).toBe(200);
});

it.each(['hx-city', 'admin', 'root', 'nosuch', 'constructor'])(
  'is not %s of somebody else, and stays',
  async (role) => {
    const answer = await choose(role);
    expect([answer.status, answer.body.errors?.[0].code]).toEqual([400, 'DEFAULT_ROLE_NOT_YOURS']);
    expect(answer.body.errors?.[0].message).toContain(`“${role}”不是您的角色`);
    expect((await choose(role, 'en-US')).body.errors?.[0].message).toContain(`"${role}" is not a role of yours`);
    expect(await current()).toBe('hx-member');
  },
);
