import { app, root } from '../../../../../../../test/server/harness';
import { PAGES } from '../pages';

it('seeds every page of the group, in order', async () => {
  const administrator = await root();
  const seeds = await app()
    .db.getRepository('hxSeeds')
    .find({ filter: { kind: 'page', plugin: '@hongxin/plugin-governance' } });
  expect(seeds.map((seed: { get(name: string): unknown }) => seed.get('key')).sort()).toEqual(
    PAGES.map((page) => page.key).sort(),
  );
  const routes = await administrator.get<{ title: string }[]>('desktopRoutes:list', {
    paginate: false,
    filter: { type: 'flowPage' },
  });
  expect(routes.body.data.map((route) => route.title)).toEqual(
    expect.arrayContaining(PAGES.map((page) => page.item.title)),
  );
});
