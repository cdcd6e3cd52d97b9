import { action, brandColour } from '@hongxin/plugin-foundation';
import { isReceiptToken } from '@hongxin/rules/registration';
import type { OwnAction, Services } from '@hongxin/plugin-foundation';
import { sheetWords } from '../../sheet-texts/action';
import { receiptOf } from './find';
import { receiptPage } from './page';

const SHEETS = { member: 'memberReceipt', unit: 'unitReceipt' } as const;

const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

/** `hxReceipts:verify/<token>`: what a receipt's QR code opens, for everybody. */
/** A page, and the token of a receipt is no id of a record: whatever it is, the page says whether there is one. */
export const verifyReceipt = (services: Services): OwnAction =>
  action({ right: 'public' }, async ({ ctx }) => {
    const given: unknown = ctx.action.params.filterByTk;
    const token = typeof given === 'string' ? given : '';
    const receipt = isReceiptToken(token) ? await receiptOf(token, { db: ctx.db }) : null;
    const language = ctx.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
    ctx.withoutDataWrapping = true;
    ctx.status = receipt === null ? 404 : 200;
    ctx.set(HEADERS);
    ctx.type = 'text/html; charset=utf-8';
    const { title = '' } = receipt ? await sheetWords(services, SHEETS[receipt.kind], language) : {};
    return receiptPage(receipt, language, { title, brand: await brandColour(ctx.app) });
  });
