import { action, type OwnAction } from '@hongxin/plugin-foundation';
import type { FigureRegistry } from './registry';
import { today, yearOf } from '../common/today';
import type { CountedFigure, NarrowingAnswer } from '../../shared/answers';
import { areaChoices } from './area-choices';
import { rangesIfAny } from '../common/caller-scope';

/**
 * `hxGovernance:narrowing`: what the caller can narrow lists to: areas, and what a figure counted. Nothing for who is in
 * charge of no area. The filters only narrow: what a role may see and filter by stays the role tables' business.
 */
export function narrowingAction(registry: FigureRegistry): OwnAction {
  return action({ right: 'loggedIn' }, async ({ ctx }) => {
    const ranges = rangesIfAny(ctx);
    const answer: NarrowingAnswer =
      ranges === undefined
        ? { areas: [], figures: [] }
        : { areas: await areaChoices(ctx, ranges), figures: countedBy(registry) };
    return answer;
  });
}

function countedBy(registry: FigureRegistry): CountedFigure[] {
  const day = today();
  const scope = { today: day, year: yearOf(day) };
  return registry
    .inOrder()
    .flatMap(({ figures }) => figures)
    .flatMap(({ key, title, counted }) => (counted ? [{ key, title, ...counted(scope) }] : []));
}
