/** What a page asks the server for when it is opened, to be asked again as somebody else. */
import type { Page, Request } from 'playwright-core';
import type { Product } from './product';

/** A question as a page has put it. */
export interface Question {
  method: string;
  /** From `/api/` on, as it was sent. */
  address: string;
  body: string | null;
}

const HEADERS = { 'content-type': 'application/json', 'x-locale': 'zh-CN', 'x-timezone': '+08:00' };

/** The first question of every page: the blocks that are on it. */
export const asksWhatIsOnIt = ({ address }: Question): boolean =>
  address.startsWith('/api/flowModels:findOne?parentId=');

/** What a page has asked since it was last taken. */
export interface Questions {
  /** Whether a page has asked what is on it; what it shows asks only after that. */
  isOpened(): boolean;
  take(): Question[];
}

/** Keeps what a page asks from now on. */
export function listenTo(page: Page, product: Pick<Product, 'url'>): Questions {
  const heard: Question[] = [];
  page.on('request', (request: Request) => {
    const address = request.url();
    if (!address.startsWith(`${product.url}/api/`)) return;
    heard.push({ method: request.method(), address: address.slice(product.url.length), body: request.postData() });
  });
  return {
    isOpened: () => heard.some(asksWhatIsOnIt),
    take: () => heard.splice(0),
  };
}

/**
 * Asks the same in another session.
 * @returns what was refused or failed (403, 5xx), each in one line; and how many questions there were
 */
export async function askAs(
  product: Pick<Product, 'url'>,
  token: string,
  questions: readonly Question[],
): Promise<{ asked: number; complaints: string[] }> {
  const complaints: string[] = [];
  for (const { method, address, body } of questions) {
    const headers = { ...HEADERS, authorization: `Bearer ${token}` };
    const answer = await fetch(`${product.url}${address}`, { method, headers, body });
    await answer.arrayBuffer();
    if (answer.status === 403 || answer.status >= 500)
      complaints.push(`${answer.status} ${decodeURIComponent(address)}`);
  }
  return { asked: questions.length, complaints };
}
