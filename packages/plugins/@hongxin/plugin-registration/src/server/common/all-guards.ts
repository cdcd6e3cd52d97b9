import type { TransitionContext } from '@hongxin/plugin-foundation';
import type { Reason } from '@hongxin/rules/mechanism';

export type Guard = (context: TransitionContext) => Promise<Reason[]>;

/** Every objection of several guards, one after the other: they share a connection. */
export function all(...guards: readonly Guard[]): Guard {
  return async (context) => {
    const reasons: Reason[] = [];
    for (const guard of guards) reasons.push(...(await guard(context)));
    return reasons;
  };
}
