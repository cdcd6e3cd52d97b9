import { app, root } from '@test/server/harness';

it('is enabled and installed on a fresh NocoBase', async () => {
  const administrator = await root();
  const answer = await administrator.get<{ name: string }[]>('pm:list');
  expect(answer.status).toBe(200);
  expect(app().pm.get('@hongxin/plugin-foundation')).toMatchObject({ enabled: true, installed: true });
});
