import { foundationOf, refuse, type DomainPart } from '@hongxin/plugin-foundation';
import type { Context, Next } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { requirePatience } from '../common/accounts/attempts';
import { credentialsIn, shortBody } from '../common/accounts/body';
import type { AccountRequests } from './requests';

/** A field no person sees: what fills it is a program. */
const HONEYPOT = 'website';

/**
 * The doors of `hxJoin` for people without an account. Everything public is counted per address, takes text of bounded
 * length, and tells nothing about accounts there are.
 */
export function requestActions(app: Application, requests: AccountRequests): DomainPart['actions'] {
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
    const values = shortBody(ctx);
    if (values[HONEYPOT]) throw refuse(400, 'PARAMETER_INVALID', { name: HONEYPOT });
    ctx.body = await requests.apply(values);
    await next();
  }

  /** POST {code} → how the request stands; the code is the applicant's secret. */
  async function status(ctx: Context, next: Next): Promise<void> {
    await requirePatience(app, ctx, 'code');
    const row = await requests.find(shortBody(ctx).code);
    const state = String(row.get('state'));
    const label = foundationOf(app).transitions.shown('hxAccountRequests')?.states[state]?.label;
    ctx.body = { state, label, organizationName: row.get('organizationName'), answer: row.get('answer') };
    await next();
  }

  async function activate(ctx: Context, next: Next): Promise<void> {
    await requirePatience(app, ctx, 'code');
    const values = shortBody(ctx);
    await requests.activate({ code: values.code, ...credentialsIn(values) });
    ctx.body = { opened: true };
    await next();
  }

  return {
    'hxJoin:areas': { everybody: areas },
    'hxJoin:apply': { everybody: apply },
    'hxJoin:status': { everybody: status },
    'hxJoin:activate': { everybody: activate },
  };
}
