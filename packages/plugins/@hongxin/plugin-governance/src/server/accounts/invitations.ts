import { currentIdentity, foundationOf, Refusal, refuse, runAsSystem } from '@hongxin/plugin-foundation';
import { isWithinArea } from '@hongxin/rules';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { createUser, credentialReasons } from './new-user';
import { hashOf, linkToken } from './secret';

const COLLECTION = 'hxInvitations';
/** How long a link is good [default]. */
const DAYS = 7;

/** Links for members: one account each, for a week, given out by those in charge of the place. */
export class Invitations {
  constructor(private readonly app: Application) {}

  /** @returns the token of the link; it is shown once and kept as a hash */
  async issue({ name, areaId }: { name: unknown; areaId: unknown }): Promise<{ token: string; expiresAt: string }> {
    const identity = currentIdentity();
    if (!identity || identity.userId === null) throw refuse(401, 'NOT_PERMITTED');
    const whom = typeof name === 'string' ? name.trim().slice(0, 50) : '';
    if (whom === '') throw refuse(400, 'INVITATION_NAME_REQUIRED', {}, 'name');
    const area: Model | null = /^\d{1,19}$/.test(String(areaId ?? ''))
      ? await this.app.db.getRepository('hxAreas').findOne({ filterByTk: String(areaId) })
      : null;
    const code = String(area?.get('code') ?? '');
    const grants = await foundationOf(this.app).identities.areaGrantsOf(identity.userId);
    const isInCharge = grants.some(({ role, areaCode }) => role === 'hx-official' && isWithinArea(code, areaCode));
    const isCity = identity.isAdministrator || identity.roles.includes('hx-city');
    const may = isCity || (identity.roles.includes('hx-official') && isInCharge);
    if (!area || !may) throw refuse(403, 'INVITATION_NOT_YOURS', {}, 'areaId');
    const token = linkToken();
    const issuedAt = new Date();
    const expiresAt = new Date(issuedAt.getTime() + DAYS * 24 * 3600_000);
    const values = {
      name: whom,
      areaId: area.get('id'),
      areaCode: code,
      issuedAt,
      expiresAt,
      tokenHash: hashOf(token),
      createdById: identity.userId,
    };
    await this.app.db.sequelize.transaction(async (transaction) => {
      const row = await runAsSystem(() => this.app.db.getRepository(COLLECTION).create({ values, transaction }));
      await this.trace(row, 'accountInvited', identity.userId, transaction);
    });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  /**
   * Makes the invited member's account.
   * @throws Refusal 400 for a weak password or a taken name, 404 for a link that is wrong, used or past its end
   */
  async accept({ token, username, password }: { token: unknown; username: string; password: string }): Promise<void> {
    const hash = typeof token === 'string' && token.length <= 100 ? hashOf(token) : '';
    const reasons = credentialReasons(username, password);
    await this.app.db.sequelize.transaction(async (transaction) => {
      const row = (await this.app.db.getModel(COLLECTION).findOne({
        where: { tokenHash: hash },
        transaction,
        lock: transaction.LOCK.UPDATE,
      })) as Model | null;
      const isOpen = row && !row.get('usedAt') && (row.get('expiresAt') as Date) > new Date();
      if (!row || !isOpen) throw refuse(404, 'INVITATION_INVALID');
      if (reasons.length > 0) throw new Refusal(400, reasons);
      const nickname = String(row.get('name'));
      const user = await createUser(this.app.db, { username, password, nickname, role: 'hx-member' }, transaction);
      const used = { usedAt: new Date(), userId: user.get('id') };
      await runAsSystem(() => row.update(used, { transaction, hooks: false }));
      await this.trace(row, 'accountJoined', Number(user.get('id')), transaction);
    });
  }

  private async trace(
    row: Model,
    transition: string,
    actorId: number | null,
    transaction: Parameters<typeof createUser>[2],
  ) {
    const about = { collectionName: COLLECTION, recordId: String(row.get('id')), actorId };
    await foundationOf(this.app).events.append({ ...about, transition, details: { role: 'hx-member' } }, transaction);
  }
}
