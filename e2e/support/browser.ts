/** A real Chromium, with one context per role and the two sizes that matter. */
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
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

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS });
}

export interface Account {
  account: string;
  password: string;
}

export interface View {
  phone?: boolean;
  language?: 'zh-CN' | 'en-US';
}

/** A context of somebody who has not signed in. */
export async function visitorContext(
  browser: Browser,
  { phone = false, language = 'zh-CN' }: View = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: phone ? PHONE : DESKTOP,
    isMobile: phone,
    hasTouch: phone,
    locale: language,
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(STEP_LIMIT_MS);
  countLoads(context);
  return context;
}

/** Signs in through the API, as the sign-in page does, and hands the session to a new browser context. */
export async function signedInContext(
  browser: Browser,
  product: Product,
  { account, password }: Account,
  options: View = {},
): Promise<BrowserContext> {
  const answer = await fetch(`${product.url}/api/auth:signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-authenticator': 'basic' },
    body: JSON.stringify({ account, password }),
  });
  const { data } = (await answer.json()) as { data?: { token: string } };
  if (!data) throw new Error(`sign-in of ${account} was refused with ${answer.status}`);
  const context = await visitorContext(browser, options);
  const language = options.language ?? 'zh-CN';
  const entries = { NOCOBASE_TOKEN: data.token, NOCOBASE_AUTH: 'basic', NOCOBASE_LOCALE: language };
  await context.addInitScript((values) => {
    for (const [key, value] of Object.entries(values)) window.localStorage.setItem(key, value);
  }, entries);
  return context;
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
