/** What costs a browser suite its time, counted where it happens; the run holds each number to a limit (scripts/test/counts.mjs). */
import fs from 'node:fs';
import type { BrowserContext, Request } from 'playwright-core';

export type Cost = 'loads' | 'draws' | 'boots' | 'installations';

export function count(cost: Cost): void {
  const file = process.env.HX_TEST_COUNTS;
  if (file) fs.appendFileSync(file, `${cost}\n`);
}

/** Counts the loads of pages from nothing, which take a core seconds each; going on inside the application is none. */
export function countLoads(context: BrowserContext): void {
  context.on('request', (request: Request) => {
    const isFirst = request.redirectedFrom() === null;
    if (isFirst && request.isNavigationRequest() && request.frame().parentFrame() === null) count('loads');
  });
}
