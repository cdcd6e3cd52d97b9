import { app, root } from '@test/server/harness';

it('is enabled and installed with its collections', async () => {
  const administrator = await root();
  expect(app().pm.get('@hongxin/plugin-registration')).toMatchObject({ enabled: true, installed: true });
  for (const collection of ['hxUnits', 'hxMemberRegistrations']) {
    expect((await administrator.get(`${collection}:list`)).status).toBe(200);
  }
});
