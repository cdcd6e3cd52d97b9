import { randomBytes } from 'node:crypto';
import type { Services, TransitionContext } from '@hongxin/plugin-foundation';
import { chinaYear } from '@hongxin/rules/mechanism';

/** The number is given at the first submission, so that abandoned drafts leave no gaps; it stays ever after. */
export function issueNumber(next: Services['nextNumber'], series: string) {
  return async ({ record, now, transaction }: TransitionContext): Promise<void> => {
    if (record.get('number')) return;
    const year = chinaYear(now);
    const parts = { year, areaCode: String(record.get('areaCode')) };
    const number = await next(series, parts, transaction);
    record.set({ number, year });
  };
}

/** The community's acceptance is the receipt: its number, and the token by which anybody can check it. */
export function issueReceipt(next: Services['nextNumber'], series: string) {
  return async ({ record, now, actor, transaction }: TransitionContext): Promise<void> => {
    const parts = { year: chinaYear(now), areaCode: String(record.get('areaCode')) };
    const receiptNumber = await next(series, parts, transaction);
    const acceptedById = actor.userId ?? actor.onBehalfOfId ?? null;
    record.set({ receiptNumber, receiptAt: now, acceptedById, receiptToken: newReceiptToken() });
  };
}

/** 128 random bits: unguessable, and unlike the number it tells nothing. */
const newReceiptToken = (): string => randomBytes(16).toString('base64url');
