import type { TransitionContext } from '@hongxin/plugin-foundation';
import { RECEIPT_NUMBERS, REGISTRATION_NUMBERS } from '../constants';

/** Takes the next number of a series, inside the transition's transaction. */
export type NextNumber = (
  series: string,
  parts: { year: number; areaCode: string },
  transaction: TransitionContext['transaction'],
) => Promise<string>;

const yearInChina = new Intl.DateTimeFormat('en-CA', { year: 'numeric', timeZone: 'Asia/Shanghai' });

/** The number is given at the first submission, so that abandoned drafts leave no gaps; it stays ever after. */
export function issueNumber(next: NextNumber) {
  return async ({ record, now, transaction }: TransitionContext): Promise<void> => {
    if (record.get('number')) return;
    const year = Number(yearInChina.format(now));
    const parts = { year, areaCode: String(record.get('areaCode')) };
    const number = await next(REGISTRATION_NUMBERS, parts, transaction);
    record.set({ number, year });
  };
}

/** The community's acceptance is the receipt. */
export function issueReceipt(next: NextNumber) {
  return async ({ record, now, actor, transaction }: TransitionContext): Promise<void> => {
    const parts = { year: Number(yearInChina.format(now)), areaCode: String(record.get('areaCode')) };
    const receiptNumber = await next(RECEIPT_NUMBERS, parts, transaction);
    const acceptedById = actor.userId ?? actor.onBehalfOfId ?? null;
    record.set({ receiptNumber, receiptAt: now, acceptedById });
  };
}
