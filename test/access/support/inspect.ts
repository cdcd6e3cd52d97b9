/** Reads an answer as a curious caller would: does anything in it tell more than the caller may know? */
import { read, utils } from '@e965/xlsx';
import { server, type Client } from '../../server/harness';
import type { Caller } from './callers';
import type { Oracle, Sight } from './oracle';
import type { Table } from './town';
import { wire } from '../../server/wire';
import { fieldsOf, RELATIONS, traces } from './values';

export interface Reply {
  status: number;
  text: string;
  data: unknown;
  meta: Record<string, unknown>;
}

export interface Ask {
  method?: 'GET' | 'POST';
  path: string;
  query?: Record<string, unknown>;
  body?: unknown;
  /** NocoBase also says what the caller may do with each row. */
  withMeta?: boolean;
  /** What a file in the body says: echoing it tells nothing new. */
  sheet?: unknown;
}

const SQL = /\b(SELECT\s|INSERT INTO|UPDATE\s+"|DELETE FROM|WHERE\s+"|relation "|column "|syntax error|sequelize)/i;

/** Sends a request and reads the answer, workbooks as text. */
export async function ask(client: Client, { method = 'GET', path, query = {}, body, withMeta }: Ask): Promise<Reply> {
  const isForm = body instanceof FormData;
  const {
    status,
    type,
    body: bytes,
  } = await wire(
    `${server().url}/api/${path}?${encode(query)}`,
    method,
    {
      'x-locale': 'en-US',
      'x-timezone': '+08:00',
      ...(withMeta ? { 'x-with-acl-meta': 'true' } : {}),
      ...(client.token ? { authorization: `Bearer ${client.token}` } : {}),
      ...(client.role ? { 'x-role': client.role } : {}),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    body === undefined || isForm ? body : JSON.stringify(body),
  );
  if (/spreadsheet|octet-stream|excel/.test(type)) {
    const workbook = read(bytes);
    const text = workbook.SheetNames.map((name) => utils.sheet_to_csv(workbook.Sheets[name])).join('\n');
    return { status, text, data: null, meta: {} };
  }
  const text = bytes.toString('utf8');
  const parsed = type.includes('json') && text ? (JSON.parse(text) as { data?: unknown; meta?: object }) : null;
  const data = parsed && 'data' in parsed ? parsed.data : parsed;
  return { status, text, data, meta: { ...parsed?.meta } };
}

function encode(query: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (Array.isArray(value)) value.forEach((each) => parameters.append(`${key}[]`, String(each)));
    else parameters.append(key, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return parameters.toString();
}

/** What every answer must hold, whatever was asked. @param more what it may tell beside what the tables let the caller see */
export function surplus(
  oracle: Oracle,
  caller: Caller,
  asked: Ask,
  reply: Reply,
  more: ReadonlySet<string> = new Set(),
): string[] {
  const problems: string[] = [];
  if (reply.status >= 500) problems.push(`${reply.status}: ${reply.text.slice(0, 200)}`);
  if (SQL.test(reply.text.replace(/"sql":/g, ''))) problems.push(`SQL in the answer: ${reply.text.slice(0, 200)}`);
  const known = oracle.knows(caller);
  const sent = traces(
    JSON.stringify([asked.path, asked.query, asked.body instanceof FormData ? asked.sheet : asked.body]),
  );
  const told = [...traces(reply.text)].filter((each) => !known.has(each) && !sent.has(each) && !more.has(each));
  if (told.length > 0)
    problems.push(`tells ${told.slice(0, 3).join(', ')}${told.length > 3 ? ' …' : ''} (${reply.status})`);
  return problems;
}

/** Rows of an answer: each one visible, with no field too many, personal fields masked, and the same for what hangs on it. */
export function checkRows(oracle: Oracle, caller: Caller, table: Table, rows: unknown, isTop = true): string[] {
  const list = (Array.isArray(rows) ? rows : [rows]).filter((row) => typeof row === 'object' && row !== null);
  const visible = oracle.visible(caller, table);
  return list.flatMap((row) => {
    const values = row as Record<string, unknown>;
    const id = String(values[table.key ?? 'id']);
    const sight = visible.get(id);
    if (isTop && !sight) return [`shows record ${id}`];
    const labels = new Set([table.key ?? 'id', ...(table.access?.labelFields ?? [])]);
    return Object.entries(values).flatMap(([name, value]) =>
      checkField(oracle, caller, table, { name, value, sight, labels }),
    );
  });
}

interface Shown {
  name: string;
  value: unknown;
  sight: Sight | undefined;
  labels: ReadonlySet<string>;
}

function checkField(oracle: Oracle, caller: Caller, table: Table, { name, value, sight, labels }: Shown): string[] {
  if (name.startsWith('__')) return [];
  const field = fieldsOf(table.collection).find((each) => each.name === name);
  // Rows of a link table travel under its name; what they hold is scanned like everything else.
  if (!field && oracle.table(name)) return [];
  if (!(sight ? sight.fields.has(name) : labels.has(name))) return [`shows ${table.name}.${name}`];
  const kind = table.access?.personalFields?.[name];
  if (kind && sight && !sight.isClear && typeof value === 'string' && value !== '') {
    if (value === sight.row[name] || !value.includes('*')) return [`shows ${table.name}.${name} unmasked`];
  }
  if (field && RELATIONS.has(field.type)) {
    const target = oracle.table(field.target);
    if (target && value !== null) return checkRows(oracle, caller, target, value, false);
  }
  return [];
}

export const idsOf = (table: Table, data: unknown): string[] =>
  Array.isArray(data) ? data.map((row) => String((row as Record<string, unknown>)[table.key ?? 'id'])) : [];
