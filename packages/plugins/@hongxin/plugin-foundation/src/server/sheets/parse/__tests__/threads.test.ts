/** Whose turn it is: two files are read at one time, twenty wait, and whoever comes then is told in words to come again. */
import type * as events from 'node:events';
import { SHEET_REASONS } from '../../reasons';
import { inThread } from '../threads';
import type { ParseRequest } from '../types';

/** Threads that stand for real ones: each answers when the test says so. */
const mockReading: (() => void)[] = [];
jest.mock('node:worker_threads', () => ({
  Worker: class extends jest.requireActual<typeof events>('node:events').EventEmitter {
    postMessage(): void {
      mockReading.push(() => this.emit('message', { rows: [] }));
    }
    terminate = (): Promise<number> => Promise.resolve(0);
    ref(): void {}
    unref(): void {}
  },
}));

const AT_ONCE = 2;
const WAITING = 20;
const REQUEST = { content: Buffer.alloc(0), headers: [], rows: 1 } as unknown as ParseRequest;
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Refused {
  status: number;
  reasons: { code: string }[];
}

it('reads two at one time, keeps twenty waiting, and refuses the rest until one is done', async () => {
  const refused: Refused[] = [];
  let done = 0;
  const send = (): Promise<void> =>
    inThread(REQUEST).then(
      () => void (done += 1),
      (error: Refused) => void refused.push(error),
    );
  const all = Array.from({ length: AT_ONCE + WAITING + 3 }, send);
  await tick();
  expect([mockReading.length, refused.length, done]).toEqual([AT_ONCE, 3, 0]);
  expect(refused.map(({ status, reasons }) => [status, reasons[0].code])).toEqual(
    Array(3).fill([429, 'SHEET_QUEUE_FULL']),
  );
  expect(SHEET_REASONS.SHEET_QUEUE_FULL.zh).toMatch(/[\u4e00-\u9fff]{6,}/);
  mockReading.shift()?.();
  await tick();
  // one is done, the first that waited is read, and there is a place again
  expect([mockReading.length, done]).toEqual([AT_ONCE, 1]);
  all.push(send());
  await tick();
  expect(refused).toHaveLength(3);
  while (mockReading.length > 0) {
    expect(mockReading.length).toBeLessThanOrEqual(AT_ONCE);
    mockReading.shift()?.();
    await tick();
  }
  await Promise.all(all);
  expect([done, refused.length]).toEqual([AT_ONCE + WAITING + 1, 3]);
});
