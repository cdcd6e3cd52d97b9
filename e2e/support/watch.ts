import type { Page, Request, Response } from 'playwright-core';

const QUIET_MS = 200;
const LIMIT_MS = 20_000;
const BUSY = '.ant-spin-spinning:visible, .ant-skeleton:visible, .adm-skeleton:visible, .adm-loading:visible';

/** What a page asks the server for, and what goes wrong while it does. */
export interface Watch {
  /** Answers that refuse or fail (403, 5xx) and exceptions of scripts, each in one line. */
  readonly complaints: readonly string[];
  /**
   * Waits until nothing is asked for and nothing is being loaded any more.
   * @param isReady what has to hold besides
   */
  settled(isReady?: () => Promise<boolean>): Promise<void>;
}

/** Watches a page from now on; call it before the page is opened. */
export function watchPage(page: Page): Watch {
  const complaints: string[] = [];
  const underWay = new Set<Request>();
  let quietSince = Date.now();
  const isQuestion = (request: Request): boolean => ['fetch', 'xhr', 'script'].includes(request.resourceType());
  const begin = (request: Request): void => {
    if (isQuestion(request)) underWay.add(request);
  };
  const end = (request: Request): void => {
    if (underWay.delete(request)) quietSince = Date.now();
  };
  page.on('request', begin);
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  page.on('response', (response: Response) => {
    const status = response.status();
    if (status === 403 || status >= 500) complaints.push(`${status} ${decodeURIComponent(response.url())}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  const isBusy = async (): Promise<boolean> => underWay.size > 0 || (await page.locator(BUSY).count()) > 0;
  const settled: Watch['settled'] = async (isReady = () => Promise.resolve(true)) => {
    quietSince = Date.now();
    for (const limit = Date.now() + LIMIT_MS; Date.now() < limit;) {
      if ((await isBusy()) || !(await isReady())) quietSince = Date.now();
      else if (Date.now() - quietSince >= QUIET_MS) return;
      await page.waitForTimeout(QUIET_MS / 4);
    }
    const waiting = [...underWay].map((request) => request.url()).join(', ');
    throw new Error(`the page did not settle; it waits for: ${waiting || 'what should be on it'}`);
  };
  return { complaints, settled };
}
