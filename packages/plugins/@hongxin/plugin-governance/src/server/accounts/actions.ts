import { currentIdentity, foundationOf, refuse } from '@hongxin/plugin-foundation';
import type { Context, Next } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { requirePatience } from '../common/accounts/attempts';
import type { Invitations } from '../invitations/invitations';
import type { AccountRequests } from '../account-requests/requests';

const PUBLIC = ['areas', 'apply', 'status', 'activate', 'accept'];
const SIGNED_IN = ['take', 'invite'];
/** A field no person sees: what fills it is a program. */
const HONEYPOT = 'website';

/**
 * The resource `hxJoin`: the public doors for people without an account; `take` for those who have one, and `invite` for
 * those in charge of a place.
 * Everything public is counted per address, takes text of bounded length, and tells nothing about accounts there are.
 */
export function defineJoinActions(app: Application, requests: AccountRequests, invitations: Invitations): void {
  const bodyOf = (ctx: Context): Record<string, unknown> => {
    const values = (ctx.action.params.values ?? {}) as Record<string, unknown>;
    const isPlain = Object.values(values).every(
      (each) => ['string', 'number', 'undefined'].includes(typeof each) || each === null,
    );
    const isShort = Object.values(values).every((each) => typeof each !== 'string' || each.length <= 600);
    if (!isPlain || !isShort) throw refuse(400, 'PARAMETER_INVALID', { name: 'values' });
    return values;
  };
  const credentials = (values: Record<string, unknown>) => ({
    username: String(values.username ?? ''),
    password: String(values.password ?? ''),
  });

  /** Streets and communities to choose from: public geography. */
  async function areas(ctx: Context, next: Next): Promise<void> {
    const rows: Model[] = await app.db.getRepository('hxAreas').find({
      filter: { level: { $in: ['street', 'community'] } },
      fields: ['id', 'name', 'level', 'code', 'parentId'],
      sort: ['code'],
      limit: 2000,
    });
    ctx.body = rows.map((row) => ({
      id: String(row.get('id')),
      name: row.get('name'),
      level: row.get('level'),
      parentId: row.get('parentId') === null ? null : String(row.get('parentId')),
    }));
    await next();
  }

  async function apply(ctx: Context, next: Next): Promise<void> {
    await requirePatience(app, ctx, 'apply');
    const values = bodyOf(ctx);
    if (values[HONEYPOT]) throw refuse(400, 'PARAMETER_INVALID', { name: HONEYPOT });
    ctx.body = await requests.apply(values);
    await next();
  }

  /** POST {code} → how the request stands; the code is the applicant's secret. */
  async function status(ctx: Context, next: Next): Promise<void> {
    await requirePatience(app, ctx, 'code');
    const row = await requests.find(bodyOf(ctx).code);
    const state = String(row.get('state'));
    const label = foundationOf(app).transitions.shown('hxAccountRequests')?.states[state]?.label;
    ctx.body = { state, label, organizationName: row.get('organizationName'), answer: row.get('answer') };
    await next();
  }

  async function activate(ctx: Context, next: Next): Promise<void> {
    await requirePatience(app, ctx, 'code');
    const values = bodyOf(ctx);
    await requests.activate({ code: values.code, ...credentials(values) });
    ctx.body = { opened: true };
    await next();
  }

  async function accept(ctx: Context, next: Next): Promise<void> {
    await requirePatience(app, ctx, 'code');
    const values = bodyOf(ctx);
    await invitations.accept({ token: values.token, ...credentials(values) });
    ctx.body = { opened: true };
    await next();
  }

  /** POST {token}, signed in: takes an invitation with one's own account. */
  async function take(ctx: Context, next: Next): Promise<void> {
    await requirePatience(app, ctx, 'code');
    const identity = currentIdentity();
    if (!identity?.userId) throw refuse(401, 'NOT_PERMITTED');
    await invitations.take(bodyOf(ctx).token, identity.userId);
    ctx.body = { taken: true };
    await next();
  }

  /** POST {name, areaId} for a member on no list, {kind, subjectId, name?} for somebody of a record → {token, expiresAt} */
  async function invite(ctx: Context, next: Next): Promise<void> {
    const { name, areaId, kind, subjectId } = bodyOf(ctx);
    ctx.body = await invitations.issue({ name, areaId, kind, subjectId });
    await next();
  }

  app.resourceManager.define({
    name: 'hxJoin',
    only: [...PUBLIC, ...SIGNED_IN],
    actions: { areas, apply, status, activate, accept, take, invite },
  });
  app.acl.allow('hxJoin', PUBLIC, 'public');
  app.acl.allow('hxJoin', SIGNED_IN, 'loggedIn');
}
