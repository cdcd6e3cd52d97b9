/** A real Chromium in the two sizes that matter. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { countLoads } from './counts';
import type { Product } from './product';

export const DESKTOP = { width: 1400, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
const STEP_LIMIT_MS = 20_000;
const root = path.resolve(__dirname, '../..');

export interface Account {
  account: string;
  password: string;
}

export interface View {
  phone?: boolean;
  language?: 'zh-CN' | 'en-US';
}

/**
 * The browser of one file of tests. Everybody has pages of their own in it: what a page keeps (its session, its language) no
 * other page sees. What the server delivered and the browser has compiled they share, which saves a quarter of each load.
 */
export interface TestBrowser {
  /** A page of somebody who has not signed in. */
  visitor(view?: View): Promise<Page>;
  /** A page of somebody whom the API has signed in, as the sign-in page does it. */
  signedIn(product: Product, account: Account, view?: View): Promise<Page>;
  /**
   * The page of somebody at an address of the product. One that rests is gone on with inside the application, as a person does
   * who is there already; otherwise it is loaded.
   */
  open(product: Product, account: Account, address: string, view?: View): Promise<Page>;
  /** Leaves a page for who opens the next one as the same person: it shows nothing of what was on it. */
  rest(page: Page): Promise<void>;
  close(): Promise<void>;
}

/** NocoBase keeps the session where all pages of a browser find it; here each page has its own. */
function keepInThisPage(): void {
  Object.defineProperty(window, 'localStorage', { configurable: true, value: window.sessionStorage });
}

/** Where a browser keeps what it has loaded and compiled; a whole run names a folder that the files of a suite share. */
const newProfiles = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-profiles-'));

async function openView(folder: string, { phone = false, language = 'zh-CN' }: View): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(path.join(folder, `${phone ? 'phone' : 'desk'}-${language}`), {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: FLAGS,
    viewport: phone ? PHONE : DESKTOP,
    isMobile: phone,
    hasTouch: phone,
    locale: language,
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(STEP_LIMIT_MS);
  countLoads(context);
  await context.addInitScript(keepInThisPage);
  return context;
}

/** An address of the application that has no page: what was there is taken down. */
const NOWHERE = '/v/nowhere';

/** Goes on inside the application. */
const goInside = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => {
    window.history.pushState(null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, address);

/** Leaves the page that is open. @returns whether nothing of it is left: a question to the user outlives its page */
async function isTakenDown(page: Page): Promise<boolean> {
  await goInside(page, NOWHERE);
  return page
    .locator('.ant-layout, .ant-drawer, .ant-modal')
    .first()
    .waitFor({ state: 'detached', timeout: 3_000 })
    .then(
      () => true,
      () => false,
    );
}

/** @param isNew whether it is to have nothing of what other files have loaded and compiled */
export function openBrowser({ isNew = false } = {}): TestBrowser {
  const folder = isNew ? newProfiles() : (process.env.HX_TEST_PROFILES ?? newProfiles());
  const resting = new Map<string, Page>();
  const keys = new Map<Page, string>();
  const views = new Map<string, Promise<BrowserContext>>();
  const visitor = async (view: View = {}): Promise<Page> => {
    const key = JSON.stringify([view.phone ?? false, view.language ?? 'zh-CN']);
    const context = views.get(key) ?? openView(folder, view);
    views.set(key, context);
    return (await context).newPage();
  };
  const signedIn: TestBrowser['signedIn'] = async (product, account, view = {}) => {
    const token = await tokenOf(product, account);
    const page = await visitor(view);
    const session = { NOCOBASE_TOKEN: token, NOCOBASE_AUTH: 'basic', NOCOBASE_LOCALE: view.language ?? 'zh-CN' };
    await page.addInitScript((values) => {
      for (const [key, value] of Object.entries(values)) window.sessionStorage.setItem(key, value);
    }, session);
    return page;
  };
  return {
    visitor,
    signedIn,
    open: async (product, account, address, view = {}) => {
      const key = JSON.stringify([product.url, account.account, view.phone ?? false, view.language ?? 'zh-CN']);
      const rested = address.startsWith('/v/') ? resting.get(key) : undefined;
      resting.delete(key);
      const page = rested ?? (await signedIn(product, account, view));
      keys.set(page, key);
      if (rested) await goInside(page, address);
      else await page.goto(`${product.url}${address}`);
      return page;
    },
    rest: async (page) => {
      const key = keys.get(page);
      const isKept = key !== undefined && !resting.has(key) && new URL(page.url()).pathname.startsWith('/v/');
      if (isKept && (await isTakenDown(page))) resting.set(key, page);
      else await page.close();
    },
    close: async () => {
      for (const context of views.values()) await (await context).close();
      if (folder !== process.env.HX_TEST_PROFILES) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function tokenOf(product: Product, { account, password }: Account): Promise<string> {
  const answer = await fetch(`${product.url}/api/auth:signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-authenticator': 'basic' },
    body: JSON.stringify({ account, password }),
  });
  const { data } = (await answer.json()) as { data?: { token: string } };
  if (!data) throw new Error(`sign-in of ${account} was refused with ${answer.status}`);
  return data.token;
}

/** Keeps a picture of a step where HX_PICTURES names a folder; does nothing otherwise. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.HX_PICTURES;
  if (!folder) return;
  const target = path.resolve(root, folder);
  fs.mkdirSync(target, { recursive: true });
  await page.screenshot({ path: path.join(target, `${name}.png`) });
}

/** How many sheets of A4 a printer would take for the page as it is now. */
export async function printedSheets(page: Page): Promise<number> {
  const document = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  return document.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Calls the API of a page's session, for what a test needs besides the clicks it is about. */
export async function callApi<T>(
  product: Pick<Product, 'url'>,
  token: string,
  apiPath: string,
  body?: unknown,
): Promise<T> {
  const answer = await fetch(`${product.url}/api/${apiPath}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-locale': 'zh-CN',
      'x-timezone': '+08:00',
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${apiPath} answered ${answer.status}: ${text.slice(0, 500)}`);
  return (JSON.parse(text) as { data: T }).data;
}
