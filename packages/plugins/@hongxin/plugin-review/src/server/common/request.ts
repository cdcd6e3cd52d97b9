import { EXPECTED, refuse } from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';

/** The body of a request. */
export function bodyOf(ctx: Context): Record<string, unknown> {
  const { values } = ctx.action.params as { values?: unknown };
  return typeof values === 'object' && values !== null && !Array.isArray(values)
    ? (values as Record<string, unknown>)
    : {};
}

/** The key in `:action/<id>`. @throws Refusal 400 unless it is a whole number */
export function idOf(ctx: Context): string {
  const id = String(ctx.action.params.filterByTk ?? '');
  if (id === '') throw refuse(400, 'ID_MISSING');
  if (!/^\d{1,19}$/.test(id)) throw refuse(400, 'ID_INVALID', { id: id.slice(0, 40) });
  return id;
}

/** A text that has to be there. @throws Refusal 400 naming it */
export function requireText(source: Record<string, unknown>, name: string): string {
  const value = source[name];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (text === '' || text.length > 200)
    throw refuse(400, 'BODY_FIELD_INVALID', { name, expected: EXPECTED.text }, name);
  return text;
}

export function textOrNull(source: Record<string, unknown>, name: string): string | null {
  const value = source[name];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw refuse(400, 'BODY_FIELD_INVALID', { name, expected: EXPECTED.text }, name);
  return value;
}

/** The query of a GET request, whatever NocoBase has made of its values. */
export function queryOf(ctx: Context): Record<string, string> {
  const entries = Object.entries(ctx.action.params as Record<string, unknown>).filter(
    ([, value]) => ['string', 'number', 'boolean'].includes(typeof value) && value !== '',
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

const MOST_ROWS = 100;

/** Page and size, within bounds. */
export function pageOf(query: Record<string, string>): { page: number; pageSize: number; offset: number } {
  const whole = (text: string | undefined, fallback: number, most: number) => {
    const number = Number(text ?? fallback);
    return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : fallback;
  };
  const [page, pageSize] = [whole(query.page, 1, 100_000), whole(query.pageSize, 20, MOST_ROWS)];
  return { page, pageSize, offset: (page - 1) * pageSize };
}
