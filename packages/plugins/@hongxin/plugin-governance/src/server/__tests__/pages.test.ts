import { app, root } from '@test/server/harness';
import type PluginGovernance from '../plugin';

it('seeds every page of the group, in order', async () => {
  const administrator = await root();
  const { pages = [] } = (app().pm.get('@hongxin/plugin-governance') as PluginGovernance).domain;
  expect(pages).toHaveLength(12);
  const seeds = await app()
    .db.getRepository('hxSeeds')
    .find({ filter: { kind: 'page', plugin: '@hongxin/plugin-governance' } });
  expect(seeds.map((seed: { get(name: string): unknown }) => seed.get('key')).sort()).toEqual(
    pages.map((page) => page.key).sort(),
  );
  const routes = await administrator.get<{ title: string }[]>('desktopRoutes:list', {
    paginate: false,
    filter: { type: 'flowPage' },
  });
  expect(routes.body.data.map((route) => route.title)).toEqual(
    expect.arrayContaining(pages.map((page) => page.item.title)),
  );
});
