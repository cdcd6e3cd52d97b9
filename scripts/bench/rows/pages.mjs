// A page with a table, loaded in a real browser that has nothing, and again: what it costs the wire and both processors.
import { measurePage } from '../page.mjs';
import { call } from '../servers.mjs';

const ROUNDS = Number(process.env.HX_BENCH_PAGES ?? 3);
const FIELDS = ['personName', 'phone', 'doorNumber'];
const ROW = '.ant-table-row';
/** How many times slower the processor of the browser is made: a desk's, and an old phone's or office computer's. */
const SPEEDS = [1, 4];
const LIMITS = { cold: { requests: 45, wire: 3_000_000 }, warm: { requests: 45, wire: 60_000 } };

const median = (values) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];

/** A page as an administrator of the plain server would make it, for the ordinary user. @returns its address */
async function plainPage(server) {
  for (let index = 0; index < 40; index += 1)
    await call(server, 'benchPersons:create', { personName: `person ${index}`, phone: '13800000000', doorNumber: '1' });
  const { routeId } = await call(server, 'flowSurfaces:createMenu', {
    type: 'item',
    title: 'Persons',
    icon: 'AppstoreOutlined',
    layoutUid: 'admin-layout-model',
  });
  const { pageSchemaUid } = await call(server, 'flowSurfaces:createPage', { menuRouteId: routeId, enableTabs: false });
  await call(server, 'flowSurfaces:applyBlueprint', {
    version: '1',
    mode: 'replace',
    target: { pageSchemaUid },
    page: { title: 'Persons' },
    tabs: [
      { title: 'Persons', blocks: [{ key: 'persons', type: 'table', collection: 'benchPersons', fields: FIELDS }] },
    ],
  });
  const routes = await call(server, `desktopRoutes:list?paginate=false`);
  const ids = routes.filter(({ id, parentId }) => id === routeId || parentId === routeId).map(({ id }) => id);
  await call(server, 'roles/bench/desktopRoutes:add', ids);
  return `/v/admin/${pageSchemaUid}`;
}

/** The areas' page of the pack. */
async function packPage(server, token) {
  const tree = await call(server, 'desktopRoutes:listAccessible?tree=true&sort=sort', undefined, token);
  const all = tree.flatMap((route) => [route, ...(route.children ?? [])]);
  return `/v/admin/${all.find(({ type, title }) => type === 'flowPage' && title === '区域').schemaUid}`;
}

const said = ({ contentMs, requests, wire, script, seconds }) =>
  [
    `${(contentMs / 1000).toFixed(1)} s`,
    `${requests} requests`,
    wire < 1e6 ? `${(wire / 1e3).toFixed(0)} kB` : `${(wire / 1e6).toFixed(2)} MB`,
    `JavaScript ${(script / 1e6).toFixed(1)} MB`,
    `processor ${seconds.browser.toFixed(1)} s browser, ${seconds.server.toFixed(2)} s server`,
  ].join(', ');

function medians(loads) {
  const of = (key) => median(loads.map((load) => load[key]));
  const seconds = (whose) => median(loads.map((load) => load.seconds[whose]));
  return {
    ...Object.fromEntries(['contentMs', 'requests', 'wire', 'script'].map((key) => [key, of(key)])),
    seconds: { browser: seconds('browser'), server: seconds('server') },
  };
}

export async function pages({ plain, pack, city }) {
  const sides = [
    { server: plain, token: plain.userToken, address: await plainPage(plain) },
    { server: pack, token: city.streetToken, address: await packPage(pack, city.streetToken) },
  ];
  const load = ({ server, token, address }, slower) =>
    measurePage({ url: server.url, pid: server.child.pid, token, address, content: ROW, slower });
  for (const side of sides) await load(side, 1); // what a server does once is no page's
  const rows = [];
  for (const slower of SPEEDS) {
    const loads = [[], []];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [index, side] of sides.entries()) loads[index].push(await load(side, slower));
    for (const name of ['cold', 'warm']) {
      const [without, withPack] = loads.map((each) => medians(each.map((both) => both[name])));
      const limits = LIMITS[name];
      console.log(`${name}, ${slower} ×: ${said(without)} | ${said(withPack)}`);
      rows.push({
        title: `a page with a table, ${name}${slower > 1 ? `, processor ${slower} × slower` : ''}: its rows are there`,
        without: said(without),
        with: said(withPack),
        target: `≤ ${limits.requests} requests, ≤ ${(limits.wire / 1e6).toFixed(2)} MB`,
        ok: withPack.requests <= limits.requests && withPack.wire <= limits.wire,
      });
    }
  }
  return rows;
}
