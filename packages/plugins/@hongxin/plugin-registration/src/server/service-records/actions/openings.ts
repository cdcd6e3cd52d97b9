import type { Context, Next } from '@nocobase/actions';
import { currentIdentity, languageOf, refuse } from '@hongxin/plugin-foundation';
import type { OpeningsAnswer } from '../../../shared/service';
import { readOpenings } from '../../needs/claiming/openings';
import { homeOnRoll } from '../../needs/claiming/home-on-roll';

/** `hxService:openings`: what a member can take on, nearest and soonest first. */
export async function openingsAction(ctx: Context, next: Next): Promise<void> {
  const identity = currentIdentity();
  if (!identity?.userId || !ctx.can({ resource: 'hxServicePosts', action: 'list' })) throw refuse(403, 'NOT_PERMITTED');
  const scope = { db: ctx.db };
  const home = await homeOnRoll(identity.userId, scope);
  const claimant = { column: 'personId', id: home?.personId ?? null } as const;
  const wanted = {
    claimant,
    areaCode: home?.areaCode ?? '',
    kinds: ['post', 'project'] as const,
    language: languageOf(ctx),
  };
  const body: OpeningsAnswer = { isOnRoll: home !== undefined, openings: await readOpenings(wanted, scope) };
  ctx.body = body;
  await next();
}
