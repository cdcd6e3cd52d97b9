import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { refuse } from '../../errors';
import type { ParseAnswer, ParseRequest } from './types';

/** What reading one file may take of the machine [default]; 20,000 rows take three seconds and 300 MB. */
const LIMITS = { seconds: 30, megabytes: 512 };
/** Files that are read at one time, and that wait for their turn [default]: others use the machine as well. */
const AT_ONCE = 2;
const WAITING = 20;
/** A thread that has loaded and compiled everything waits so long for the next file: a corrected one often follows. */
const IDLE_MS = 2 * 60_000;

let busy = 0;
const queue: (() => void)[] = [];
let waiting: { worker: Worker; timer: NodeJS.Timeout } | null = null;

/**
 * Has a thread read one file: the one that waits, or a new one. Each reads one file at a time, and there are few; who
 * comes when all are taken waits.
 * @throws Refusal 429 when too many wait already; Error when the thread runs out of memory or time
 */
export async function inThread(request: ParseRequest): Promise<ParseAnswer> {
  await turn();
  try {
    return await readByThread(request);
  } finally {
    const next = queue.shift();
    if (next) next();
    else busy -= 1;
  }
}

async function turn(): Promise<void> {
  if (busy < AT_ONCE) {
    busy += 1;
    return;
  }
  if (queue.length >= WAITING) throw refuse(429, 'SHEET_QUEUE_FULL');
  await new Promise<void>((resolve) => queue.push(resolve));
}

async function readByThread(request: ParseRequest): Promise<ParseAnswer> {
  const worker = take() ?? start();
  try {
    const answered = once(worker, 'message', { signal: AbortSignal.timeout(LIMITS.seconds * 1000) });
    worker.postMessage(request);
    const [answer] = (await answered) as [ParseAnswer];
    keep(worker);
    return answer;
  } catch (error) {
    await worker.terminate(); // whatever it is doing, it ends
    throw error;
  }
}

function start(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: LIMITS.megabytes };
  const worker = new Worker(path.join(__dirname, 'worker.js'), { resourceLimits, execArgv: [] });
  // while it waits nobody listens: one that fails then is not taken again
  return worker.on('error', () => forget(worker));
}

function take(): Worker | null {
  const worker = waiting?.worker ?? null;
  if (worker) forget(worker);
  worker?.ref();
  return worker;
}

function keep(worker: Worker): void {
  if (waiting) {
    void worker.terminate();
    return;
  }
  worker.unref(); // it holds up no end of the process
  waiting = { worker, timer: setTimeout(() => end(worker), IDLE_MS).unref() };
}

function end(worker: Worker): void {
  forget(worker);
  void worker.terminate();
}

function forget(worker: Worker): void {
  if (waiting?.worker !== worker) return;
  clearTimeout(waiting.timer);
  waiting = null;
}
