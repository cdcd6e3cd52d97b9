import { read, utils, write, type CellObject } from '@e965/xlsx';
import { server, type Answer, type Client } from '../harness';

export type Cells = readonly (string | number | null)[];

export const HEADERS = [
  '姓名',
  '联系电话',
  '职务',
  '居住小区',
  '居住楼栋',
  '门牌号',
  '特长',
  '服务意向',
  '可服务时间',
  '本人已签告知书',
];

/** A filled-in template. @param formulas formulas by the address of their cell */
export function workbook(
  rows: readonly Cells[],
  { headers = HEADERS, formulas = {} }: { headers?: readonly string[]; formulas?: Record<string, string> } = {},
): Buffer {
  const sheet = utils.aoa_to_sheet([[...headers], ...rows.map((row) => [...row])]);
  for (const [address, formula] of Object.entries(formulas))
    sheet[address] = { t: 'n', v: 1, f: formula } as CellObject;
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '在职党员');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

/** Posts a workbook as the body of a request. */
export async function upload<T>(
  client: Client,
  path: string,
  content: Buffer,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const response = await fetch(`${server().url}/api/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${String(client.token)}`,
      'content-type': 'application/octet-stream',
      'x-locale': 'zh-CN',
      ...(client.role ? { 'x-role': client.role } : {}),
      ...headers,
    },
    body: new Uint8Array(content),
  });
  return { status: response.status, body: await response.json(), headers: response.headers } as Answer<T>;
}

/** Fetches a workbook. */
export async function download(
  client: Client,
  path: string,
): Promise<{ content: Buffer; sheets: string[]; headers: unknown[] }> {
  const response = await fetch(`${server().url}/api/${path}`, {
    headers: { authorization: `Bearer ${String(client.token)}`, ...(client.role ? { 'x-role': client.role } : {}) },
  });
  const content = Buffer.from(await response.arrayBuffer());
  const book = read(content, { type: 'buffer' });
  const [first] = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0]], { header: 1 });
  return { content, sheets: book.SheetNames, headers: first };
}
