import type { ConsentWithdrawal, Services, TransitionContext } from '@hongxin/plugin-foundation';
import type Database from '@nocobase/database';
import { MEMBER_REGISTRATIONS } from '../constants';
import { NOTICE_CODE } from './privacy-notice';

/** Submitting is consenting to the version ticked: it is written down for the member, who may withdraw it. */
export function keepConsent(give: Services['giveConsent']) {
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
export const forgetConsent =
  (db: Database) =>
  async ({ collectionName, recordId, transaction }: ConsentWithdrawal): Promise<void> => {
    if (collectionName !== MEMBER_REGISTRATIONS) return;
    await db
      .getModel(MEMBER_REGISTRATIONS)
      .update(
        { consentVersion: null, consentAt: null },
        { where: { id: recordId, state: ['draft', 'returned'] }, transaction, hooks: false },
      );
  };
