import fs from 'node:fs';
import path from 'node:path';
import { app, reset, root, signInAs, type Client } from '@test/server/harness';
import { apply, editText, foundation, grid, nodes, page, piece, PLUGIN, routeOf, routes, text } from './support';

jest.setTimeout(300_000); // NocoBase takes seconds to build a page it has not built before

let administrator: Client;

beforeAll(async () => {
  await reset();
  administrator = await root();
});

const visibleTitles = async (client: Client, layout: string): Promise<string> =>
  JSON.stringify((await client.get('desktopRoutes:listAccessible', { layout, tree: true, sort: 'sort' })).body.data);

/** By plugin and page, the hash of what the page was compiled from. */
const sources = (pages: Record<string, { source: string }>) =>
  Object.fromEntries(Object.entries(pages).map(([key, { source }]) => [key, source]));

it('ships every page compiled from its present source: run `npm run pages` after changing one', () => {
  const plugins = path.join(process.cwd(), 'packages/plugins/@hongxin');
  for (const name of fs.readdirSync(plugins)) {
    const file = path.join(plugins, name, 'src/server/compiled-pages.json');
    const shipped = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
    // a page that was not shipped up to date has been built while this server started, and is found in its cache
    expect([name, sources(shipped)]).toEqual([name, sources(foundation().seeds.compiledPagesOf(`@hongxin/${name}`))]);
  }
});

describe('pages', () => {
  it('are written once; applying them again changes nothing', async () => {
    const seed = page('once');
    await apply([seed]);
    const [first, tree] = [await piece(administrator, seed.key), await text(administrator, seed)];
    expect(first).toMatchObject({ state: 'unchanged', version: 1, availableVersion: 1, plugin: PLUGIN, kind: 'page' });
    await apply([seed]);
    expect(await piece(administrator, seed.key)).toEqual(first);
    expect(await text(administrator, seed)).toBe(tree);
    expect(await routes(administrator, { title: seed.item.title })).toHaveLength(1);
  });

  it('follow a new version where nobody touched them, in the same place of the menu', async () => {
    const seed = page('follows');
    await apply([seed]);
    const before = await routeOf(seed);
    await administrator.post(`desktopRoutes:update?filterByTk=${before.id}`, { sort: 3 });
    await apply([{ ...page('follows', { text: '第二版' }), version: 2 }]);
    expect(await text(administrator, seed)).toContain('第二版');
    expect(await routeOf(seed)).toMatchObject({ id: before.id, schemaUid: before.schemaUid, sort: 3 });
    expect(await piece(administrator, seed.key)).toMatchObject({ state: 'unchanged', version: 2 });
  });

  it('stay as the administrator edited them when a new version comes, until the administrator asks for it', async () => {
    const seed = page('edited');
    await apply([seed]);
    await editText(administrator, seed, '我的文字');
    expect(await piece(administrator, seed.key)).toMatchObject({ state: 'edited' });
    await apply([{ ...page('edited', { text: '第二版' }), version: 2 }]);
    expect(await text(administrator, seed)).toContain('我的文字');
    const waiting = await piece(administrator, seed.key);
    expect(waiting).toMatchObject({ state: 'outdated', version: 1, availableVersion: 2 });

    const answer = await administrator.post(`hxSeeds:reapply/${waiting.id}`);
    expect(answer.status).toBe(200);
    expect(await text(administrator, seed)).toContain('第二版');
    expect(await piece(administrator, seed.key)).toMatchObject({ state: 'unchanged', version: 2 });
  });

  it('stay deleted, and come back only on request', async () => {
    const seed = page('deleted');
    await apply([seed]);
    const { id } = await routeOf(seed);
    await administrator.post(`desktopRoutes:destroy?filterByTk=${id}`);
    await apply([{ ...seed, version: 2 }]);
    const removed = await piece(administrator, seed.key);
    expect(removed.state).toBe('removed');
    expect(await routes(administrator, { title: seed.item.title })).toEqual([]);
    await administrator.post(`hxSeeds:reapply/${removed.id}`);
    expect(await routes(administrator, { title: seed.item.title })).toHaveLength(1);
  });

  it('leave the menu when they are no longer shipped: once, and only where nobody edited them', async () => {
    const [old, edited] = [page('old'), page('old-edited')];
    await apply([old, edited]);
    await editText(administrator, edited, '我的文字');
    const retire = () =>
      foundation().seeds.apply(PLUGIN, { pages: [], retiredPages: [old.key, edited.key, 'test/no'] });
    await retire();
    expect([(await routeOf(old)).hideInMenu, (await routeOf(edited)).hideInMenu]).toEqual([true, false]);
    expect(await piece(administrator, old.key)).toMatchObject({ state: 'unchanged', availableVersion: null });
    await administrator.post(`desktopRoutes:update?filterByTk=${(await routeOf(old)).id}`, { hideInMenu: false });
    await retire();
    expect((await routeOf(old)).hideInMenu).toBe(false);
  });

  it("never take the place of an administrator's page of the same title", async () => {
    await apply([page('neighbour')]);
    const parentId = (await routeOf(page('neighbour'))).parentId;
    const own = await administrator.post<{ id: number }>('desktopRoutes:create', {
      type: 'flowPage',
      title: '同名',
      parentId,
      schemaUid: 'administrators-page',
    });
    await apply([page('namesake', { item: { title: '同名', icon: 'FileOutlined' } })]);
    const pages = await routes(administrator, { title: '同名' });
    expect(pages.map((route) => route.schemaUid)).toContain('administrators-page');
    expect(pages).toHaveLength(2);
    expect(own.status).toBe(200);
  });

  it('are the same whether NocoBase built them or they were copied', async () => {
    const seed = page('copied', { text: '一样' });
    await apply([seed]); // built, or copied when an earlier run has built it
    await apply([{ ...seed, key: 'test/copied-again' }]);
    const copied = await app()
      .db.getRepository('hxSeeds')
      .findOne({ filter: { key: 'test/copied-again' } });
    await administrator.post(`hxSeeds:reapply/${copied.get('id')}`); // always builds
    const built = await app()
      .db.getRepository('hxSeeds')
      .findOne({ filter: { key: 'test/copied-again' } });
    expect(built.get('appliedHash')).toBe(copied.get('appliedHash'));
  });

  it('name the page and the place when NocoBase refuses the document', async () => {
    const tabs = [
      {
        key: 'main',
        title: '表',
        blocks: [{ key: 'days', type: 'table', collection: 'hxCalendarDays', fields: ['nothing'] }],
      },
    ];
    await expect(apply([page('wrong', { blueprint: { tabs } })])).rejects.toThrow(
      /test\/wrong[\s\S]*tabs\[0\]\.blocks\[0\]\.fields\[0\][\s\S]*nothing/,
    );
  });
});

describe('who sees a page', () => {
  it('the roles it names and administrators, on the layout it is for; a user without a role of ours does not', async () => {
    await apply([page('desk'), page('phone', { layout: 'mobile', group: undefined, roles: ['hx-member'] })]);
    const official = await signInAs('seed-official', ['hx-official']);
    const member = await signInAs('seed-member', ['hx-member']);
    const newcomer = await signInAs('seed-newcomer', ['member']);
    expect(await visibleTitles(official, 'admin-layout-model')).toContain('页面desk');
    expect(await visibleTitles(member, 'admin-layout-model')).not.toContain('页面desk');
    expect(await visibleTitles(member, 'mobile-layout-model')).toContain('页面phone');
    expect(await visibleTitles(official, 'mobile-layout-model')).not.toContain('页面phone');
    for (const layout of ['admin-layout-model', 'mobile-layout-model']) {
      expect(await visibleTitles(newcomer, layout)).not.toMatch(/页面|预置测试/);
      expect(await visibleTitles(administrator, layout)).toContain('页面');
    }
  });

  it('a role from which the administrator has taken the page does not get it back by a new version', async () => {
    const seed = page('withdrawn');
    await apply([seed]);
    const { id } = await routeOf(seed);
    await app()
      .db.getRepository('rolesDesktopRoutes')
      .destroy({ filter: { roleName: 'hx-official', desktopRouteId: id } });
    await apply([{ ...page('withdrawn', { text: '第二版' }), version: 2 }]);
    const official = await signInAs('seed-official', ['hx-official']);
    expect(await visibleTitles(official, 'admin-layout-model')).not.toContain('页面withdrawn');
  });

  it('nobody while its plugin is off; afterwards as before, except what the administrator had hidden', async () => {
    const [shown, hidden] = [page('on-off'), page('hidden')];
    await apply([shown, hidden]);
    await administrator.post(`desktopRoutes:update?filterByTk=${(await routeOf(hidden)).id}`, { hideInMenu: true });
    await foundation().seeds.hideMenus(PLUGIN);
    expect((await routeOf(shown)).hideInMenu).toBe(true);
    await foundation().seeds.showMenus(PLUGIN);
    expect((await routeOf(shown)).hideInMenu).toBe(false);
    expect((await routeOf(hidden)).hideInMenu).toBe(true);
  });
});

describe('our own parts of a page', () => {
  it('stand where the seed says: blocks in tabs and popups, actions on rows, above tables and in details', async () => {
    const details = {
      key: 'details',
      type: 'details',
      resource: { binding: 'currentRecord' },
      fields: ['name', 'kind'],
    };
    const view = { key: 'view', type: 'view', title: '查看', popup: { title: '查看日期', blocks: [details] } };
    const days = {
      key: 'days',
      type: 'table',
      collection: 'hxCalendarDays',
      fields: ['date', 'name'],
      actions: ['filter'],
      recordActions: [view],
    };
    const seed = page('parts', {
      blueprint: { tabs: [{ key: 'main', title: '日历', blocks: [days] }] },
      ownBlocks: [
        { tab: 'main', place: 'top', use: 'HxTopBlockModel', stepParams: { settings: { show: { what: 'a' } } } },
        { tab: 'main', popup: 'days.view', place: 'bottom', use: 'HxPopupBlockModel' },
      ],
      ownActions: [
        { block: 'days', place: 'collection', use: 'HxAboveActionModel' },
        { block: 'days', place: 'record', use: 'HxRowActionModel' },
        { block: 'days.view.details', place: 'record', use: 'HxDetailsActionModel' },
      ],
    });
    await apply([seed]);
    const root = await grid(administrator, seed);
    const all = nodes(root);
    const holderOf = (use: string) =>
      all.find((node) =>
        Object.values(node.subModels ?? {})
          .flat()
          .some((child) => child.use === use),
      )?.use;
    expect([root.subModels?.items].flat().map((node) => node?.use)).toEqual(['HxTopBlockModel', 'TableBlockModel']);
    expect(holderOf('HxAboveActionModel')).toBe('TableBlockModel');
    expect(holderOf('HxRowActionModel')).toBe('TableActionsColumnModel');
    expect(holderOf('HxDetailsActionModel')).toBe('DetailsBlockModel');
    expect(holderOf('HxPopupBlockModel')).toBe('BlockGridModel');
    expect(all.map((node) => node.use)).not.toEqual(expect.arrayContaining(['AddNewActionModel']));
    expect(
      all
        .filter((node) => /ActionModel$/.test(node.use))
        .map((node) => node.use)
        .sort(),
    ).toEqual(
      ['FilterActionModel', 'HxAboveActionModel', 'HxDetailsActionModel', 'HxRowActionModel', 'ViewActionModel'].sort(),
    );
    expect(all.find((node) => node.use === 'HxTopBlockModel')?.stepParams).toMatchObject({
      settings: { show: { what: 'a' } },
    });
  });

  it('are refused with the addresses there are when the seed names a block that is not on the page', async () => {
    const seed = page('lost', { ownActions: [{ block: 'nowhere', place: 'record', use: 'HxRowActionModel' }] });
    await expect(apply([seed])).rejects.toThrow(/test\/lost[\s\S]*"nowhere" is not on the page[\s\S]*main\.text/);
  });
});
