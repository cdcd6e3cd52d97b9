import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { clock } from '../clock';
import type { PrivacyNoticeSeed } from '../domain';
import { refuse } from '../errors';
import type { EventLog } from '../events';
import { runAsSystem } from '../identity';

/** A consent that is given with a record, e.g. a registration. */
export interface ConsentEntry {
  userId: number;
  noticeCode: string;
  version: string;
  collectionName: string;
  recordId: string;
}

/** What listeners of `hx.consentWithdrawn` receive, inside the transaction of the withdrawal. */
export interface ConsentWithdrawal extends ConsentEntry {
  consentId: string;
  transaction: Transaction;
}

/** Notices by version, and who has consented to which. */
export class Consents {
  constructor(
    private readonly app: Application,
    private readonly events: () => EventLog,
  ) {}

  /** Writes versions that are not there yet; a version that is there is never rewritten. */
  async publish(notices: readonly PrivacyNoticeSeed[]): Promise<void> {
    const repository = this.app.db.getRepository('hxPrivacyNotices');
    for (const { code, version, title, text } of notices) {
      if (await repository.findOne({ filter: { code, version } })) continue;
      const values = { code, version, title: title.zh, titleEn: title.en, text: text.zh, textEn: text.en };
      await repository.create({ values: { ...values, publishedAt: clock.now() } });
    }
  }

  /** Writes a consent down; the same one again is not written twice. */
  async give(entry: ConsentEntry, transaction: Transaction): Promise<void> {
    const repository = this.app.db.getRepository('hxConsents');
    const filter = { ...entry, withdrawnAt: null };
    if (await repository.findOne({ filter, transaction })) return;
    const values = { ...entry, givenAt: clock.now() };
    const row = await runAsSystem(() => repository.create({ values, transaction }));
    await this.trace(String(row.get('id')), entry, 'consentGiven', transaction);
  }

  /**
   * Takes a person's own consent back, from now on.
   * @throws Refusal 404 when it is not theirs, 409 when it has been withdrawn
   */
  async withdraw(userId: number, consentId: string, transaction: Transaction): Promise<ConsentWithdrawal> {
    const row = (await this.app.db.getModel('hxConsents').findOne({
      where: { id: consentId, userId },
      transaction,
      lock: transaction.LOCK.UPDATE,
    })) as Model | null;
    if (!row) throw refuse(404, 'CONSENT_NOT_FOUND');
    if (row.get('withdrawnAt')) throw refuse(409, 'CONSENT_ALREADY_WITHDRAWN');
    await runAsSystem(() => row.update({ withdrawnAt: clock.now() }, { transaction }));
    const text = (name: string) => String(row.get(name) ?? '');
    const entry = {
      userId,
      noticeCode: text('noticeCode'),
      version: text('version'),
      collectionName: text('collectionName'),
      recordId: text('recordId'),
    };
    await this.trace(consentId, entry, 'consentWithdrawn', transaction);
    const withdrawal = { ...entry, consentId, transaction };
    await runAsSystem(() => this.app.emitAsync('hx.consentWithdrawn', withdrawal));
    return withdrawal;
  }

  private async trace(id: string, entry: ConsentEntry, transition: string, transaction: Transaction): Promise<void> {
    const { userId, noticeCode: notice, version, collectionName, recordId } = entry;
    const details = { notice, version, about: collectionName, record: recordId };
    const about = { collectionName: 'hxConsents', recordId: id, actorId: userId };
    await this.events().append({ ...about, transition, details }, transaction);
  }
}
