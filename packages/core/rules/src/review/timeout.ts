/** What happens to a review whose time has run out. */

export type ReviewTimeoutAction = 'remind' | 'passUp' | 'approve' | 'return' | 'end';

export type ReviewTimeoutStep =
  | { do: 'remind' }
  /** To those who are so many levels of area above the level that has it now. */
  | { do: 'passUp'; levelsAbove: number }
  | { do: 'settle'; outcome: 'approved' | 'returned' }
  | { do: 'end' };

/**
 * The step that follows a time-out. Passing up goes one level further each time, up to the city; whoever cannot pass
 * any further up waits, with a reminder, because somebody still has to decide [default].
 * @param raised how many levels it has been passed up already
 * @param levelsLeft how many levels there still are above those who have it
 */
export function timeoutStep(
  action: ReviewTimeoutAction | undefined,
  { raised, levelsLeft }: { raised: number; levelsLeft: number },
): ReviewTimeoutStep {
  switch (action) {
    case 'approve':
      return { do: 'settle', outcome: 'approved' };
    case 'return':
      return { do: 'settle', outcome: 'returned' };
    case 'end':
      return { do: 'end' };
    case 'passUp':
      return levelsLeft > 0 ? { do: 'passUp', levelsAbove: raised + 1 } : { do: 'remind' };
    default:
      return { do: 'remind' };
  }
}
