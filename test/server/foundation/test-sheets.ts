/** Sheets of the collection hxTestRecords: exported, filled in, sent back. */
import { read, utils, write } from '@e965/xlsx';
import { server, type Client } from '../harness';
import type { ImportPreview } from '../../../packages/plugins/@hongxin/plugin-foundation/src/server/access/import/plan/answer';
import { EAST_ESTATE } from './places';

export const COLUMNS = [
  { dataIndex: ['id'], defaultTitle: '记录标识' },
  { dataIndex: ['title'], defaultTitle: '标题' },
  { dataIndex: ['phone'], defaultTitle: '电话' },
  { dataIndex: ['amount'], defaultTitle: '数量' },
  { dataIndex: ['area', 'code'], defaultTitle: '区域' },
];
export type Line = unknown[];

export function form(
  rows: readonly Line[],
  columns: readonly { dataIndex: string[]; defaultTitle: string }[] = COLUMNS,
  without: readonly string[] = [],
): FormData {
  const kept = columns
    .map(({ defaultTitle }, index) => ({ defaultTitle, index }))
    .filter(({ defaultTitle }) => !without.includes(defaultTitle));
  const sheet = utils.aoa_to_sheet([
    kept.map(({ defaultTitle }) => defaultTitle),
    ...rows.map((row) => kept.map(({ index }) => row[index])),
  ]);
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, 'x');
  const data = new FormData();
  const content = write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  data.append('file', new Blob([new Uint8Array(content)]), 'x.xlsx');
  data.append('columns', JSON.stringify(columns));
  return data;
}

interface Counts {
  successCount: number;
  created: number;
  changed: number;
  unchanged: number;
}

interface UploadOptions {
  columns?: typeof COLUMNS;
  without?: readonly string[];
  basis?: object;
  key?: string;
}

export function upload(client: Client, rows: readonly Line[], options: UploadOptions = {}) {
  const { columns = COLUMNS, without = [], basis, key } = options;
  const body = form(rows, columns, without);
  if (basis) body.append('basis', JSON.stringify(basis));
  return client.post<Counts>('hxTestRecords:importXlsx', body, key ? { headers: { 'idempotency-key': key } } : {});
}

export const preview = (client: Client, rows: readonly Line[], columns = COLUMNS) =>
  client.post<ImportPreview>('hxTestRecords:importPreview', form(rows, columns));

/** What an export holds, below the header. */
export async function exported(
  client: Client,
  columns: readonly object[] = COLUMNS,
  name = 'hxTestRecords',
): Promise<Line[]> {
  const response = await fetch(`${server().url}/api/${name}:export?title=x`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${String(client.token)}`,
      'x-role': client.role ?? '',
      'x-timezone': '+08:00',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ columns }),
  });
  const book = read(Buffer.from(await response.arrayBuffer()), { type: 'buffer' });
  return utils.sheet_to_json<Line>(book.Sheets[book.SheetNames[0]], { header: 1 }).slice(1);
}

/** New records, all in the eastern estate. */
export const newLines = (count: number, from = 0): Line[] =>
  Array.from({ length: count }, (_, index) => [null, `n${from + index}`, '13800000009', index, EAST_ESTATE]);
