/** Runs in a thread of its own: reads every workbook it is sent, and posts its rows back. See `index.ts`. */
import { parentPort } from 'node:worker_threads';
import type { ParseAnswer, ParseRequest } from './types';
import { readWorkbook } from './workbook';

parentPort?.on('message', (request: ParseRequest) => parentPort?.postMessage(answer(request)));

function answer(request: ParseRequest): ParseAnswer {
  try {
    return { sheet: readWorkbook(request) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
