import { currentIdentity, refuse, type DomainPart } from '@hongxin/plugin-foundation';
import type { Context, Next } from '@nocobase/actions';
import type { Application } from '@nocobase/server';
import { requirePatience } from '../common/accounts/attempts';
import { credentialsIn, shortBody } from '../common/accounts/body';
import type { Invitations } from './invitations';

/**
 * The doors of `hxJoin` for who follows a link: `accept` without an account, `take` with one; and `invite` for those in
 * charge of a place.
 */
export function invitationActions(app: Application, invitations: Invitations): DomainPart['actions'] {
  async function accept(ctx: Context, next: Next): Promise<void> {
    await requirePatience(app, ctx, 'code');
    const values = shortBody(ctx);
    await invitations.accept({ token: values.token, ...credentialsIn(values) });
    ctx.body = { opened: true };
    await next();
  }

  /** POST {token}, signed in: takes an invitation with one's own account. */
  async function take(ctx: Context, next: Next): Promise<void> {
    await requirePatience(app, ctx, 'code');
    const identity = currentIdentity();
    if (!identity?.userId) throw refuse(401, 'NOT_PERMITTED');
    await invitations.take(shortBody(ctx).token, identity.userId);
    ctx.body = { taken: true };
    await next();
  }

  /** POST {name, areaId} for a member on no list, {kind, subjectId, name?} for somebody of a record → {token, expiresAt} */
  async function invite(ctx: Context, next: Next): Promise<void> {
    const { name, areaId, kind, subjectId } = shortBody(ctx);
    ctx.body = await invitations.issue({ name, areaId, kind, subjectId });
    await next();
  }

  return { 'hxJoin:accept': { everybody: accept }, 'hxJoin:take': take, 'hxJoin:invite': invite };
}
