/** The host's own refusals that everybody can meet, in the language of who reads them. */
import { app, reset, signInAs } from '@test/server/harness';

beforeAll(reset);

const CHINESE = { headers: { 'x-locale': 'zh-CN' } };

it('says in Chinese that a role is not the caller’s', async () => {
  const member = await signInAs('host-texts', ['hx-member']);
  const { status, body } = await member.call('GET', 'hxNeeds:list', {
    headers: { 'x-locale': 'zh-CN', 'x-role': 'hx-city' },
  });
  expect([status, body.errors?.[0]?.message]).toEqual([401, expect.stringMatching(/^您没有请求中指定的角色/)]);
});

it('says in Chinese that the password was changed', async () => {
  const member = await signInAs('host-texts-password', ['hx-member']);
  const changed = { passwordChangeTz: Date.now() + 60_000 };
  await app()
    .db.getModel('users')
    .update(changed, { where: { id: member.userId as number } });
  const cached = (app() as { cache?: { del(key: string): Promise<void> } }).cache;
  await cached?.del(`user:${member.userId}`);
  const { status, body } = await member.call('GET', 'hxNeeds:list', CHINESE);
  expect([status, body.errors?.[0]?.message]).toEqual([401, expect.stringMatching(/密码已修改|密码已更改/)]);
});
