import {
  clock,
  foundationOf,
  Refusal,
  refuse,
  runAsSystem,
  type TransitionContext,
  SYSTEM,
} from '@hongxin/plugin-foundation';
import {
  checkCreditCode,
  checkPhone,
  normalizeCreditCode,
  normalizePhone,
  reasonsOf,
  type Reason,
} from '@hongxin/rules/mechanism';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { ROLE_OF_KIND, type AccountKind } from './kinds';
import { createUser, credentialReasons } from '../common/accounts/new-user';
import { codeHash, readableCode } from '../common/accounts/secret';

const COLLECTION = 'hxAccountRequests';

const required = (field: string): Reason => ({ code: 'FIELD_REQUIRED', params: { field }, field });

/** Requests for accounts: made by anybody, decided by those in charge of the place, opened with the applicant's code. */
export class AccountRequests {
  constructor(private readonly app: Application) {}

  /**
   * @returns the code that opens the account after the approval; it is shown once and kept as a hash
   * @throws Refusal 400 with every reason
   */
  async apply(given: Readonly<Record<string, string | null>>): Promise<{ code: string }> {
    const text = (name: string): string => (given[name] ?? '').trim();
    const kind = text('kind') as AccountKind;
    const creditCode = normalizeCreditCode(text('creditCode')).slice(0, 40);
    const phone = normalizePhone(text('phone'));
    const area = await this.areaOf(given.areaId);
    const reasons: Reason[] = [
      ...(Object.hasOwn(ROLE_OF_KIND, kind)
        ? []
        : [{ code: 'ACCOUNT_KIND_INVALID', params: { field: 'kind' }, field: 'kind' }]),
      ...['organizationName', 'applicantName'].filter((name) => text(name) === '').map(required),
      ...reasonsOf(checkCreditCode(creditCode)),
      ...reasonsOf(checkPhone(phone)),
      ...(area ? [] : [{ code: 'ACCOUNT_AREA_INVALID', params: { field: 'areaId' }, field: 'areaId' }]),
    ];
    if (reasons.length > 0) throw new Refusal(400, reasons);
    const code = readableCode();
    const values = {
      kind,
      organizationName: text('organizationName'),
      creditCode,
      applicantName: text('applicantName'),
      phone,
      areaId: area?.get('id'),
      areaCode: area?.get('code'),
      note: text('note') || null,
      requestedAt: clock.now(),
      codeHash: codeHash(code),
    };
    await this.app.db.sequelize.transaction(async (transaction) => {
      const row = await runAsSystem(() => this.app.db.getRepository(COLLECTION).create({ values, transaction }));
      const about = { collectionName: COLLECTION, recordId: String(row.get('id')), actorId: null };
      await foundationOf(this.app).events.append(
        { ...about, transition: 'created', to: 'submitted', details: { kind } },
        transaction,
      );
    });
    return { code };
  }

  /** @throws Refusal 404 for a code that opens nothing */
  async find(code: string | null, transaction?: Transaction): Promise<Model> {
    const hash = code !== null && code.length <= 40 ? codeHash(code) : '';
    const row: Model | null = await this.app.db
      .getRepository(COLLECTION)
      .findOne({ filter: { codeHash: hash }, transaction });
    if (!row) throw refuse(404, 'ACCOUNT_CODE_INVALID', {}, 'code');
    return row;
  }

  /**
   * Opens the account of an approved request: makes the user with its one role.
   * @throws Refusal 400 for a weak password or a taken name, 404 for a wrong code, 409 before the approval or after the use
   */
  async activate({
    code,
    username,
    password,
  }: {
    code: string | null;
    username: string;
    password: string;
  }): Promise<void> {
    const reasons = credentialReasons(username, password);
    const found = await this.find(code);
    if (found.get('state') === 'activated') throw refuse(409, 'ACCOUNT_ALREADY_OPEN');
    if (found.get('state') !== 'approved') throw refuse(409, 'ACCOUNT_NOT_APPROVED');
    if (reasons.length > 0) throw new Refusal(400, reasons);
    await this.app.db.sequelize.transaction(async (transaction) => {
      // the transition locks the row: of two that open one account at once, the second finds it open
      const record = await foundationOf(this.app).transitions.perform({
        collection: COLLECTION,
        recordId: String(found.get('id')),
        transition: 'activate',
        actor: SYSTEM,
        seenStates: ['approved'],
        transaction,
      });
      const kind = record.get('kind') as AccountKind;
      const nickname = String(record.get('applicantName'));
      const user = await createUser(
        this.app.db,
        { username, password, nickname, role: ROLE_OF_KIND[kind] },
        transaction,
      );
      await runAsSystem(() =>
        record.update({ ownerId: user.get('id'), codeHash: null }, { transaction, hooks: false }),
      );
      const opened = { record, kind, userId: Number(user.get('id')), transaction };
      await runAsSystem(() => this.app.emitAsync('hx.accountOpened', opened));
    });
  }

  /** Keeps the answer with the request. */
  readonly keepAnswer = async ({ record, opinion, now }: TransitionContext): Promise<void> => {
    record.set('answer', opinion);
    record.set('decidedAt', now);
  };

  private async areaOf(id: string | null): Promise<Model | null> {
    if (id === null) return null;
    const filter = { id, level: { $in: ['street', 'community'] } };
    return this.app.db.getRepository('hxAreas').findOne({ filter });
  }
}
