import { body } from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';

/** Which record of which collection a request is about. */
export const RECORD = {
  collection: body.text({ zh: '数据表', en: 'table' }, 200),
  recordId: body.key({ zh: '记录编号', en: 'id of the record' }),
};

/** What somebody says of a matter; the process it belongs to may take less. */
export const OPINION = body.optional(body.text({ zh: '意见', en: 'opinion' }, 100_000));

/** The query of a GET request, whatever NocoBase has made of its values. */
export function queryOf(ctx: Context): Record<string, string> {
  const entries = Object.entries(ctx.action.params as Record<string, unknown>).filter(
    ([, value]) => ['string', 'number', 'boolean'].includes(typeof value) && value !== '',
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** Of a page [default]: as many as somebody decides at once. */
const MOST_ROWS = 500;

/** Page and size, within bounds. */
export function pageOf(query: Record<string, string>): { page: number; pageSize: number; offset: number } {
  const whole = (text: string | undefined, fallback: number, most: number) => {
    const number = Number(text ?? fallback);
    return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : fallback;
  };
  const [page, pageSize] = [whole(query.page, 1, 100_000), whole(query.pageSize, 20, MOST_ROWS)];
  return { page, pageSize, offset: (page - 1) * pageSize };
}
