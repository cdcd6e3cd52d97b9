import { action } from '@hongxin/plugin-foundation';
import type { OpeningsAnswer } from '../../../shared/service';
import { readOpenings } from '../../needs/claiming/openings';
import { homeOnRoll } from '../../needs/claiming/home-on-roll';

/** `hxService:openings`: what a member can take on, nearest and soonest first. */
export const openingsAction = action({ right: 'hxServicePosts:list' }, async ({ ctx, userId, language }) => {
  const scope = { db: ctx.db };
  const home = await homeOnRoll(userId, scope);
  const claimant = { column: 'personId', id: home?.personId ?? null } as const;
  const wanted = {
    claimant,
    areaCode: home?.areaCode ?? '',
    kinds: ['post', 'project'] as const,
    language,
  };
  const answer: OpeningsAnswer = { isOnRoll: home !== undefined, openings: await readOpenings(wanted, scope) };
  return answer;
});
