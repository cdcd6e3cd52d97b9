import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ParseAnswer, ParseRequest } from './types';

/** What reading one file may take of the machine [default]; 20,000 rows take three seconds and 300 MB. */
const LIMITS = { seconds: 60, megabytes: 1024 };
/** A thread that has loaded and compiled everything waits so long for the next file: a corrected one often follows. */
const IDLE_MS = 2 * 60_000;

let waiting: { worker: Worker; timer: NodeJS.Timeout } | null = null;

/**
 * Has a thread read one file: the one that waits, or a new one. Each reads one file at a time.
 * @throws Error when it runs out of memory or time
 */
export async function inThread(request: ParseRequest): Promise<ParseAnswer> {
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
