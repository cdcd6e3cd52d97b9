import type { Actor, TransitionContext } from '../domain';

/** The system itself: what comes by the clock, or follows from what somebody did. */
export const SYSTEM: Actor = { userId: null, roles: [] };

/** The system, on behalf of who acts: what one step brings about elsewhere is traced to who took it. */
export function systemFor({ actor }: Pick<TransitionContext, 'actor'>): Actor {
  return { userId: null, roles: [], onBehalfOfId: actor.userId ?? actor.onBehalfOfId ?? null };
}

/** The account behind a step, whether taken by itself or by the system on its behalf. */
export function accountOf({ actor }: Pick<TransitionContext, 'actor'>): number | null {
  return actor.userId ?? actor.onBehalfOfId ?? null;
}
