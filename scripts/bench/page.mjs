// One load of a page in a real browser: how long, how many requests, how many bytes, whose processor.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CHROMIUM_FLAGS, findChromium } from '../lib/chromium.mjs';

const LIMIT_MS = 300_000;
/** A page that has asked for nothing so long is complete. */
const QUIET_MS = 1000;
const TICKS = 100;
const VIEWS = {
  desk: { viewport: { width: 1400, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

/** Seconds of processor that a process has used. */
function secondsOf(pid) {
  const fields = fs
    .readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Of each process of the browser with this profile. */
function secondsOfBrowser(profile) {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    .trim()
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter(Boolean);
  const found = new Set(rows.filter(([, , , args]) => args.includes(profile)).map(([, pid]) => pid));
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const [, pid, parent] of rows) if (found.has(parent)) found.add(pid);
  }
  const seconds = new Map();
  for (const pid of found) {
    try {
      seconds.set(pid, secondsOf(pid));
    } catch {
      // ended meanwhile
    }
  }
  return seconds;
}

/** The processes of the page before may end meanwhile: what they had used is not taken from what this one uses. */
const usedSince = (before, after) =>
  [...after].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0);

/** Counts what a page asks for; addresses, and not how often a slow host is asked for one of them. */
function countRequests(session) {
  const requests = new Map();
  const of = (id) => requests.get(id) ?? {};
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (request.url.startsWith('http'))
      requests.set(requestId, { address: `${request.method} ${request.url}`, type, isKept: false, wire: 0, plain: 0 });
  });
  session.on('Network.requestServedFromCache', ({ requestId }) => Object.assign(of(requestId), { isKept: true }));
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) of(requestId).isKept = true;
  });
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    of(requestId).plain += dataLength;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    of(requestId).wire = encodedDataLength;
  });
  return () => {
    const all = [...requests.values()];
    const sum = (some, key) => some.reduce((total, each) => total + each[key], 0);
    return {
      requests: new Set(all.map(({ address }) => address)).size,
      asked: all.filter(({ isKept }) => !isKept).length,
      wire: sum(
        all.filter(({ isKept }) => !isKept),
        'wire',
      ),
      script: sum(
        all.filter(({ type }) => type === 'Script'),
        'plain',
      ),
      list: all,
    };
  };
}

/**
 * Loads a page in a browser that has nothing, and once more in the same one.
 * @param {object} options
 * @param {string} options.url address of the server
 * @param {string} options.token session of who opens it
 * @param {string} options.address e.g. `/v/admin`
 * @param {string} options.content selector of what the page is there for
 * @param {number} [options.pid] process of the server, where it is on this machine
 * @param {'desk'|'phone'} [options.view]
 * @param {number} [options.slower] how many times slower the processor is made
 * @returns {Promise<{ cold: object, warm: object }>}
 */
export async function measurePage({ url, token, address, content, pid, view = 'desk', slower = 1 }) {
  const { chromium } = await import('playwright-core');
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-bench-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: CHROMIUM_FLAGS,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...VIEWS[view],
  });
  try {
    await context.addInitScript(
      (values) => {
        for (const [key, value] of Object.entries(values)) window.localStorage.setItem(key, value);
      },
      { NOCOBASE_TOKEN: token, NOCOBASE_AUTH: 'basic', NOCOBASE_LOCALE: 'zh-CN' },
    );
    const load = async () => {
      const page = await context.newPage();
      page.setDefaultTimeout(LIMIT_MS);
      const session = await context.newCDPSession(page);
      const counted = countRequests(session);
      await session.send('Network.enable');
      if (slower > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
      const before = { browser: secondsOfBrowser(profile), server: pid ? secondsOf(pid) : 0 };
      const began = performance.now();
      await page.goto(`${url}${address}`, { waitUntil: 'commit' });
      await page.locator(content).first().waitFor();
      const contentMs = performance.now() - began;
      for (let quietSince = performance.now(), last = -1; performance.now() - quietSince < QUIET_MS; await delay(100)) {
        const now = counted().asked;
        if (now !== last) quietSince = performance.now();
        last = now;
      }
      const seconds = {
        browser: usedSince(before.browser, secondsOfBrowser(profile)),
        server: pid ? secondsOf(pid) - before.server : null,
      };
      const result = { contentMs, ...counted(), seconds };
      await page.close();
      return result;
    };
    await context.pages()[0]?.goto('about:blank');
    return { cold: await load(), warm: await load() };
  } finally {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
