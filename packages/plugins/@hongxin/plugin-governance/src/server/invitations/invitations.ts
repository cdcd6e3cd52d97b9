import { clock, foundationOf, mayAt, Refusal, refuse, type RoleName, runAsSystem } from '@hongxin/plugin-foundation';
import type { BelongsToManyRepository, Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { InvitationKind, InvitationSubject } from './kinds';
import { createUser, credentialReasons } from '../common/accounts/new-user';
import { hashOf, linkToken } from '../common/accounts/secret';

const COLLECTION = 'hxInvitations';
/** How long a link is good [default]. */
const DAYS = 7;
/** An invitation of somebody who is on no list yet. */
const MEMBER = 'member';

/** Whom somebody is about to invite, and to what. */
export interface AskedInvitation {
  name: string | null;
  areaId: string | null;
  kind: string | null;
  subjectId: string | null;
}

export interface IssuedInvitation {
  token: string;
  expiresAt: string;
}

/**
 * Links to an account: one use each, for a week, given out by those in charge of the place. Nobody looks through the
 * accounts there are: who is invited opens one, or takes the invitation with their own.
 */
export class Invitations {
  private readonly kinds = new Map<string, InvitationKind>();

  constructor(private readonly app: Application) {}

  register(kind: InvitationKind): void {
    this.kinds.set(kind.name, kind);
  }

  /** @returns the token of the link; it is shown once and kept as a hash */
  async issue(asked: AskedInvitation, inviterId: number): Promise<IssuedInvitation> {
    return this.app.db.sequelize.transaction(async (transaction) => {
      const about = await this.aboutWhom(asked, transaction);
      const given = (asked.name ?? '').trim().slice(0, 50);
      const name = about.name ?? given;
      if (name === '') throw refuse(400, 'INVITATION_NAME_REQUIRED', {}, 'name');
      const token = linkToken();
      const issuedAt = clock.now();
      const expiresAt = new Date(issuedAt.getTime() + DAYS * 24 * 3600_000);
      const { areaId, areaCode, kind, subjectId } = about;
      const place = { areaId, areaCode, kind, subjectId };
      const values = { name, ...place, issuedAt, expiresAt, tokenHash: hashOf(token), createdById: inviterId };
      const row = await runAsSystem(() => this.app.db.getRepository(COLLECTION).create({ values, transaction }));
      await this.trace(row, 'accountInvited', inviterId, transaction);
      return { token, expiresAt: expiresAt.toISOString() };
    });
  }

  /** @throws Refusal 403 where the place, or what the record gives, is not the inviter's to hand out */
  private async aboutWhom(
    { areaId, kind, subjectId }: AskedInvitation,
    transaction: Transaction,
  ): Promise<InvitationSubject & { kind: string; subjectId: string | null }> {
    if (kind === null || kind === MEMBER) {
      const area: Model | null =
        areaId === null
          ? null
          : await this.app.db.getRepository('hxAreas').findOne({ filterByTk: areaId, transaction });
      const areaCode = area && String(area.get('code'));
      if (!area || !this.isInCharge(areaCode, 'hxPersons')) throw refuse(403, 'INVITATION_NOT_YOURS', {}, 'areaId');
      return { name: null, areaId: area.get('id') as string, areaCode, kind: MEMBER, subjectId: null };
    }
    const registered = this.kinds.get(kind);
    if (!registered) throw refuse(400, 'PARAMETER_INVALID', { name: 'kind' });
    // what is outside the inviter's places answers like what is not there
    if (subjectId === null) throw refuse(404, 'RECORD_NOT_FOUND');
    const subject = await registered.subject(subjectId, transaction);
    if (!this.isInCharge(subject.areaCode, registered.collection)) throw refuse(404, 'RECORD_NOT_FOUND');
    if (subject.obstacle) throw refuse(409, subject.obstacle, { name: subject.name ?? '' });
    if (registered.mayInvite && !(await registered.mayInvite(subjectId, transaction)))
      throw refuse(403, 'INVITATION_REACHES_TOO_FAR');
    return { ...subject, kind: registered.name, subjectId };
  }

  /** Who sees the invitations of a place and may change what they are about there; nobody needs to bear a certain role. */
  private isInCharge(areaCode: string | null, collection: string): boolean {
    return mayAt(this.app, COLLECTION, 'view', areaCode) && mayAt(this.app, collection, 'update', areaCode);
  }

  /**
   * Makes the account of who was invited.
   * @throws Refusal 400 for a weak password or a taken name, 404 for a link that is wrong, used or past its end
   */
  async accept({
    token,
    username,
    password,
  }: {
    token: string | null;
    username: string;
    password: string;
  }): Promise<void> {
    const reasons = credentialReasons(username, password);
    await this.app.db.sequelize.transaction(async (transaction) => {
      const row = await this.openOne(token, transaction);
      if (reasons.length > 0) throw new Refusal(400, reasons);
      const nickname = String(row.get('name'));
      const user = await createUser(this.app.db, { username, password, nickname, role: this.roleOf(row) }, transaction);
      await this.use(row, Number(user.get('id')), transaction);
    });
  }

  /**
   * Who has an account already takes the invitation with it, instead of a second one.
   * @throws Refusal 404 for a link that is wrong, used or past its end
   */
  async take(token: string | null, userId: number): Promise<void> {
    await this.app.db.sequelize.transaction(async (transaction) => {
      const row = await this.openOne(token, transaction);
      const roles = this.app.db.getRepository<BelongsToManyRepository>('users.roles', userId);
      const role = this.roleOf(row);
      if (!(await roles.findOne({ filterByTk: role, transaction })))
        await runAsSystem(() => roles.add({ tk: role, transaction }));
      await this.use(row, userId, transaction);
    });
  }

  /** The open invitation of a link, locked: of two who follow it, the second finds it used. */
  private async openOne(token: string | null, transaction: Transaction): Promise<Model> {
    const hash = token !== null && token.length <= 100 ? hashOf(token) : '';
    const row = (await this.app.db.getModel(COLLECTION).findOne({
      where: { tokenHash: hash },
      transaction,
      lock: transaction.LOCK.UPDATE,
    })) as Model | null;
    const isOpen = row && !row.get('usedAt') && (row.get('expiresAt') as Date) > clock.now();
    if (!row || !isOpen) throw refuse(404, 'INVITATION_INVALID');
    return row;
  }

  private roleOf(row: Model): RoleName {
    return this.kinds.get(String(row.get('kind')))?.role ?? 'hx-member';
  }

  private async use(row: Model, userId: number, transaction: Transaction): Promise<void> {
    await this.kinds.get(String(row.get('kind')))?.accept(String(row.get('subjectId')), userId, transaction);
    await runAsSystem(() => row.update({ usedAt: clock.now(), userId }, { transaction, hooks: false }));
    await this.trace(row, 'accountJoined', userId, transaction);
  }

  private async trace(row: Model, transition: string, actorId: number | null, transaction: Transaction): Promise<void> {
    const about = { collectionName: COLLECTION, recordId: String(row.get('id')), actorId };
    const details = { role: this.roleOf(row), kind: row.get('kind'), subjectId: row.get('subjectId') };
    await foundationOf(this.app).events.append({ ...about, transition, details }, transaction);
  }
}
