/** What goes over the wire for a page. */
import type { Page } from 'playwright-core';

export interface Wire {
  /** Different addresses that the page asked for, from the browser's cache or not; a slow host asks for some several times. */
  requests: number;
  /** Of these, what the server was asked. */
  asked: number;
  /** Bytes that came, packed as they were. */
  bytes: number;
}

/** Counts from now on. @returns what has been counted so far */
export async function countWire(page: Page): Promise<() => Wire> {
  const session = await page.context().newCDPSession(page);
  const requests = new Map<string, { address: string; isKept: boolean; bytes: number }>();
  const of = (id: string) => requests.get(id);
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('http'))
      requests.set(requestId, { address: `${request.method} ${request.url}`, isKept: false, bytes: 0 });
  });
  session.on('Network.requestServedFromCache', ({ requestId }) => {
    const found = of(requestId);
    if (found) found.isKept = true;
  });
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const found = of(requestId);
    if (found && response.fromDiskCache) found.isKept = true;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const found = of(requestId);
    if (found) found.bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  return () => {
    const all = [...requests.values()];
    const asked = all.filter(({ isKept }) => !isKept);
    const bytes = asked.reduce((sum, each) => sum + each.bytes, 0);
    return { requests: new Set(all.map(({ address }) => address)).size, asked: asked.length, bytes };
  };
}
