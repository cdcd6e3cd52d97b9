import type { TransitionContext } from '@hongxin/plugin-foundation';

/** An opinion is typed once: the event keeps it, and the registration form shows the latest of each side. */
export function keepOpinion(column: 'unitOpinion' | 'communityOpinion') {
  return async ({ record, opinion }: TransitionContext): Promise<void> => {
    if (opinion) record.set(column, opinion);
  };
}

/** A return may come from either side. */
export async function keepReturnOpinion(context: TransitionContext): Promise<void> {
  const { actor, record } = context;
  const isLiaison = actor.userId !== null && String(record.get('unitLiaisonId')) === String(actor.userId);
  await keepOpinion(isLiaison ? 'unitOpinion' : 'communityOpinion')(context);
}
