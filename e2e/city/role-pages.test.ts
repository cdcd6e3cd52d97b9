/**
 * Signed in as each role of the demo city: exactly which pages its menu has, and that every one of them works. A page is
 * drawn once in each layout; to the other roles that have it, what it asked then is put again, and nothing is refused.
 */
import type { Page } from 'playwright-core';
import { callApi, openBrowser, picture } from '../support/browser';
import { count } from '../support/counts';
import { sharedProduct } from '../support/product';
import { askAs, asksWhatIsOnIt, listenTo, type Question, type Questions } from '../support/questions';
import { signIn } from '../support/small-city';
import { watchPage, type Watch } from '../support/watch';

jest.setTimeout(240_000);

const product = sharedProduct();
const browser = openBrowser();

afterAll(() => browser.close());

/** Groups of the desktop's header, each with the pages at its side. */
type Menu = Readonly<Record<string, readonly string[]>>;

const GOVERNANCE = [
  '治理总览',
  '组织架构',
  '区域',
  '党组织',
  '人员',
  '任职',
  '党员中心户',
  '善治红管家',
  '覆盖缺口',
  '账号申请',
];
const REGISTRATION = [
  '党员报到',
  '单位报到',
  '单位',
  '需求清单',
  '共建项目',
  '服务岗位',
  '服务记录',
  '统筹均衡',
  '年度反馈',
];
const CITY: Menu = {
  红心治理: [...GOVERNANCE.slice(0, -1), '字典', '账号申请', '工作日历'],
  待办与督办: ['我的待办', '督办', '常用意见'],
  双报到: [...REGISTRATION, '年度目标'],
  安全与隐私: ['审计日志', '个人信息请求', '我的数据'],
};
const OFFICIAL: Menu = {
  红心治理: GOVERNANCE,
  待办与督办: ['我的待办', '督办'],
  双报到: REGISTRATION,
  安全与隐私: ['个人信息请求', '我的数据'],
};
const UNIT: Menu = { 待办与督办: ['我的待办'], 双报到: ['本单位报到', '共建服务', '年度反馈'] };
const OTHERS: Menu = { 待办与督办: ['我的待办'] };

const DESKTOP: readonly [account: string, menu: Menu][] = [
  ['demo-city', CITY],
  ['demo-street', OFFICIAL],
  ['demo-community', OFFICIAL],
  ['demo-estate', OFFICIAL],
  ['demo-building', OFFICIAL],
  ['demo-unit', UNIT],
  ['demo-expert1', OTHERS],
];
const PHONE: readonly [account: string, tabs: readonly string[]][] = [
  ['demo-building', ['待办', '待接收', '单位报到', '时长认定', '我的数据']],
  ['demo-unit', ['待办', '待确认', '单位报到', '共建项目', '年度反馈', '我的数据']],
  ['demo-member', ['待办', '服务岗位', '我的服务', '我的', '我的报到', '我的数据']],
  ['demo-org', ['待办', '我的数据']],
  ['demo-expert1', ['待办', '我的数据']],
  ['demo-evaluator', ['待办', '我的数据']],
];

const GROUPS = '.ant-menu-horizontal .ant-menu-item:visible';
const GROUPS_OPEN = '.ant-menu-horizontal .ant-menu-item-selected:visible';
const PAGES = '.ant-layout-sider .ant-menu-item:visible';
const TABS = '.nb-ui-layout-mobile-home-tabbar-item:visible';
/** What a page says to its reader when it has failed, and what a text looks like that nobody has filled. */
const FAILURE =
  /无权|没有权限|No permission|Internal Server Error|Not Found|错误|失败|undefined|\[object Object\]|\{\{/;

const HAN = /\p{Script=Han}/u;

/** Two empty lists say the same; after this long it is the next page all the same. */
const SAME_MS = 2_000;

interface Visit {
  page: Page;
  watch: Watch;
  account: string;
  /** Titles of the menu, which say nothing of whether a page has content. */
  titles: Set<string>;
  /** What the page before said: one that is still there is not the next one. */
  content: string;
  pictures: number;
  heard: Questions;
}

async function visit(account: string, path: string, phone: boolean, language?: 'en-US'): Promise<Visit> {
  const { demoPassword: password } = product;
  const page = await browser.signedIn(product, { account, password }, { phone, language });
  const watch = watchPage(page);
  const heard = listenTo(page, product);
  await page.goto(`${product.url}${path}`);
  await page
    .locator(phone ? TABS : GROUPS)
    .first()
    .waitFor();
  return { page, watch, account, titles: new Set(), content: '', pictures: 0, heard };
}

const titlesOf = async (page: Page, items: string): Promise<string[]> =>
  (await page.locator(items).allInnerTexts()).map((title) => title.trim());

const open = (page: Page, items: string, title: string): Promise<void> =>
  page
    .locator(items)
    .filter({ hasText: new RegExp(`^\\s*${title}\\s*$`) })
    .click();

/** What is on the page besides its menu; numbers alone are badges. */
async function contentOf({ page, titles }: Visit): Promise<string> {
  const lines = (await page.locator('body').innerText()).split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !/^\d+\+?$/.test(line) && !titles.has(line)).join('\n');
}

/** Waits until the page has asked what is on it and has something to say, and checks that nothing was refused and nothing failed. */
async function read(visited: Visit, where: string, shot: string): Promise<void> {
  const { page, watch, account } = visited;
  const before = visited.content;
  const opened = Date.now();
  await watch.settled(async () => {
    visited.content = await contentOf(visited);
    const isAnother = visited.content !== before || Date.now() - opened > SAME_MS;
    return visited.content !== '' && isAnother && visited.heard.isOpened();
  });
  visited.pictures += 1;
  count('draws');
  await picture(page, `${shot}-${account}-${visited.pictures}`);
  const failure = FAILURE.exec(visited.content)?.[0] ?? null;
  expect({ where, complaints: watch.complaints, failure }).toEqual({ where, complaints: [], failure: null });
}

/** Opens a group and waits until its pages, not those of the group before, are at the side. @returns their titles */
async function openGroup({ page, watch }: Visit, group: string): Promise<string[]> {
  const before = await titlesOf(page, PAGES);
  const isOpen = page.locator(GROUPS_OPEN).filter({ hasText: group });
  if ((await isOpen.count()) > 0) return before;
  await open(page, GROUPS, group);
  await isOpen.waitFor();
  await watch.settled(async () => {
    const now = await titlesOf(page, PAGES);
    return now.length > 0 && now[0] !== before[0];
  });
  return titlesOf(page, PAGES);
}

/** An entry of a menu as NocoBase keeps it. */
interface Route {
  id: number;
  type: string;
  title: string;
  children?: Route[];
}

type Layout = 'admin' | 'mobile';

/** What each page asked when it was drawn, by its route; and what the frame around the pages asked, by its layout. */
const asked = new Map<number | string, Question[]>();

/** Keeps what a page that has been drawn asked; what came before the first page of a layout is its frame's. */
function keep(visited: Visit, route: Route, layout: Layout): void {
  const questions = visited.heard.take();
  const first = questions.findIndex(asksWhatIsOnIt);
  if (!asked.has(layout)) asked.set(layout, questions.splice(0, Math.max(first, 0)));
  asked.set(route.id, questions);
}

/** The menu of an account as its browser is given it: groups with their pages, or the pages themselves. */
async function menuOf(token: string, layout: Layout): Promise<Route[]> {
  const parameters = `tree=true&sort=sort&layout=${layout}-layout-model`;
  return callApi<Route[]>(product, token, `desktopRoutes:listAccessible?${parameters}`);
}

/** Puts to an account what pages that it does not draw again have asked. */
async function askAgain(account: string, token: string, routes: readonly (Route | string)[]): Promise<void> {
  for (const route of routes) {
    const [key, where] = typeof route === 'string' ? [route, route] : [route.id, route.title];
    const { asked: count, complaints } = await askAs(product, token, asked.get(key) ?? []);
    expect({ account, where, isAsked: count > 0, complaints }).toEqual({
      account,
      where,
      isAsked: true,
      complaints: [],
    });
  }
}

const signInAs = (account: string): Promise<string> => signIn(product, account, product.demoPassword);

it.each(DESKTOP)('%s has these pages on a desk, and they work', async (account, menu) => {
  const token = await signInAs(account);
  const routes = await menuOf(token, 'admin');
  const given = routes.map(({ title, children }) => [title, (children ?? []).map((page) => page.title)]);
  expect(Object.fromEntries(given)).toEqual(menu);
  const pages = routes.flatMap(({ children }) => children ?? []);
  const old = pages.filter(({ id }) => asked.has(id));
  if (old.length > 0) await askAgain(account, token, ['admin', ...old]);
  if (old.length === pages.length) return;
  const visited = await visit(account, '/v/admin', false);
  const { page, watch } = visited;
  await watch.settled(async () => (await page.locator(GROUPS_OPEN).count()) > 0);
  const groups = await titlesOf(page, GROUPS);
  expect(groups).toEqual(Object.keys(menu));
  for (const group of routes) {
    const titles = await openGroup(visited, group.title);
    expect(titles).toEqual(menu[group.title]);
    visited.titles = new Set([...groups, ...titles]);
    for (const route of group.children ?? []) {
      if (asked.has(route.id)) continue;
      await open(page, PAGES, route.title);
      await read(visited, `${group.title} › ${route.title}`, 'role');
      keep(visited, route, 'admin');
    }
  }
  await page.close();
});

it.each(PHONE)('%s has these tabs on a phone, and they work', async (account, tabs) => {
  const token = await signInAs(account);
  const routes = await menuOf(token, 'mobile');
  expect(routes.map(({ title }) => title)).toEqual(tabs);
  const old = routes.filter(({ id }) => asked.has(id));
  if (old.length > 0) await askAgain(account, token, ['mobile', ...old]);
  if (old.length === routes.length) return;
  const visited = await visit(account, '/v/mobile', true);
  const found = await titlesOf(visited.page, TABS);
  expect(found).toEqual(tabs);
  visited.titles = new Set(found);
  for (const route of routes) {
    if (asked.has(route.id)) continue;
    await open(visited.page, TABS, route.title);
    await read(visited, route.title, 'role-phone');
    keep(visited, route, 'mobile');
  }
  await visited.page.close();
});

it.each(['/v/admin', '/admin'])(
  'the menus, tabs, actions and choices are English to who reads English in %s',
  async (path) => {
    const visited = await visit('demo-community', path, false, 'en-US');
    const { page, watch } = visited;
    await watch.settled(async () => (await page.locator(GROUPS_OPEN).count()) > 0);
    const titles = await titlesOf(page, GROUPS);
    for (const group of [...titles]) titles.push(...(await openGroup(visited, group)));
    expect(titles).toContain('Member registrations');
    expect(titles.filter((title) => HAN.test(title))).toEqual([]);
    await openGroup(visited, 'Double registration');
    await open(page, PAGES, 'Member registrations');
    const row = page.locator('tr:visible', { hasText: 'BD-' }).first();
    await row.getByText('Submitted', { exact: true }).waitFor();
    await row.getByText('View', { exact: true }).waitFor();
    expect((await page.locator('[role=tab]:visible').allInnerTexts()).filter((title) => HAN.test(title))).toEqual([]);
    await picture(page, `english-${path === '/admin' ? 'legacy' : 'modern'}`);
    await page.close();
  },
);

it('the tabs of a member’s phone are English to who reads English, and none is out of sight', async () => {
  const { page } = await visit('demo-member2', '/v/mobile', true, 'en-US');
  const titles = await titlesOf(page, TABS);
  expect(titles).toContain('My data');
  expect(titles.filter((title) => HAN.test(title))).toEqual([]);
  const edges = await page.locator(TABS).evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().right));
  expect(Math.max(...edges)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  await page.close();
});
