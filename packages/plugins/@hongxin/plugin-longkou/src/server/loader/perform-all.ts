import { foundationOf, SYSTEM } from '@hongxin/plugin-foundation';
import type { TimedStep } from '../city/services';
import type { StageContext } from './stage';

/** One transition of all the records that take it, dated as it would have happened. */
export async function performAll(
  collection: string,
  transition: string,
  walks: readonly { recordId: string; steps: readonly TimedStep[] }[],
  { app, transaction }: StageContext,
): Promise<void> {
  const items = walks.flatMap(({ recordId, steps }) =>
    steps
      .filter((step) => step.transition === transition)
      .map(({ at, opinion, values }) => ({ recordId, opinion, values, actor: SYSTEM, now: new Date(at) })),
  );
  await foundationOf(app).transitions.performMany({ collection, transition, items, transaction });
}
