import type { ConsentEntry, ConsentWithdrawal, TransitionContext } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { MEMBER_REGISTRATIONS } from '../constants';
import { NOTICE_CODE } from '../privacy-notice';

export type GiveConsent = (entry: ConsentEntry, transaction: Transaction) => Promise<void>;

/** Submitting is consenting to the version ticked: it is written down for the member, who may withdraw it. */
export function keepConsent(give: GiveConsent) {
  return async ({ record, actor, transaction }: TransitionContext): Promise<void> => {
    const version = record.get('consentVersion');
    const owner = record.get('ownerId') as number | string | null;
    // A registration handed on by a transfer goes on under the consent given with the first one.
    if (typeof version !== 'string' || owner === null || Number(owner) !== actor.userId) return;
    const about = { collectionName: MEMBER_REGISTRATIONS, recordId: String(record.get('id')) };
    await give({ userId: actor.userId, noticeCode: NOTICE_CODE, version, ...about }, transaction);
  };
}

/** A registration that is still the member's own asks for consent anew; one under way is for those in charge. */
export function bindConsentWithdrawal(app: Application): void {
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for its listeners (emitAsync)
  app.on('hx.consentWithdrawn', async ({ collectionName, recordId, transaction }: ConsentWithdrawal) => {
    if (collectionName !== MEMBER_REGISTRATIONS) return;
    await app.db
      .getModel(MEMBER_REGISTRATIONS)
      .update(
        { consentVersion: null, consentAt: null },
        { where: { id: recordId, state: ['draft', 'returned'] }, transaction, hooks: false },
      );
  });
}
