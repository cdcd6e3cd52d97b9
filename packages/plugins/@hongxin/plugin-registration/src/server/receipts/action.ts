import type { Context, Next } from '@nocobase/actions';
import { isReceiptToken } from '@hongxin/rules';
import { receiptOf } from './find';
import { receiptPage } from './page';

const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

/** `hxReceipts:verify/<token>`: what a receipt's QR code opens, for everybody. */
export async function verifyReceipt(ctx: Context, next: Next): Promise<void> {
  const given: unknown = ctx.action.params.filterByTk;
  const token = typeof given === 'string' ? given : '';
  const receipt = isReceiptToken(token) ? await receiptOf(token, { db: ctx.db }) : null;
  const language = ctx.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
  ctx.withoutDataWrapping = true;
  ctx.status = receipt === null ? 404 : 200;
  ctx.set(HEADERS);
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = receiptPage(receipt, language);
  await next();
}
