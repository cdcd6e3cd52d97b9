/** Runs in a thread of its own: reads the first sheet of every workbook it is sent, and posts it back. See `index.ts`. */
import { parentPort } from 'node:worker_threads';
import { read, utils, type WorkSheet } from '@e965/xlsx';
import type { ParseAnswer, ParseRequest, ParsedSheet } from './types';

parentPort?.on('message', (request: ParseRequest) => parentPort?.postMessage(answer(request)));

function answer(request: ParseRequest): ParseAnswer {
  try {
    return { sheet: parse(request) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function parse({ content, rows, withFormulas }: ParseRequest): ParsedSheet {
  // dates stay numbers, free of time zones
  const workbook = read(Buffer.from(content), {
    type: 'buffer',
    sheetRows: rows,
    cellDates: false,
    cellHTML: false,
    cellFormula: withFormulas,
  });
  const sheet = workbook.Sheets[workbook.SheetNames[0]] as WorkSheet | undefined;
  if (!sheet) return { table: [], formulas: [] };
  return {
    table: utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null, blankrows: true, range: 0 }),
    formulas: withFormulas ? formulasOf(sheet) : [],
  };
}

function formulasOf(sheet: WorkSheet): string[] {
  return Object.entries(sheet)
    .filter(([address, cell]) => address[0] !== '!' && Boolean((cell as { f?: string }).f))
    .map(([address]) => address);
}
