/** How the decisions of several reviewers become one outcome; pure, the server only stores what is said here. */

/** `share`: approved once so many per cent of the reviewers have approved; `sequence`: one after another. */
export type ReviewModeRule =
  { kind: 'any' } | { kind: 'all' } | { kind: 'share'; percent: number } | { kind: 'sequence' };

export type ReviewOutcome = 'approved' | 'returned' | 'rejected';

/** A reviewer's task as the count sees it. States that are none of these (`transferred`, `skipped` …) do not count. */
export interface ReviewVote {
  id: string;
  state: string;
  /** The task that has to be approved before this one's turn comes: the signer before, in any mode. */
  waitsForId: string | null;
}

/** What follows from the decisions so far. */
export interface ReviewCount {
  /** The review's outcome, or null while it goes on. */
  outcome: ReviewOutcome | null;
  /** Waiting tasks whose turn has come. */
  opens: readonly string[];
}

const COUNTED = new Set(['pending', 'waiting', 'approved', 'returned', 'rejected']);
const NEGATIVE: Readonly<Record<string, ReviewOutcome>> = { returned: 'returned', rejected: 'rejected' };

/**
 * Counts the votes. A task that another waits for hands its vote on: with a signer added before or after, or in a
 * sequence, only the last of the chain approves. A return or a rejection speaks for its whole chain at once.
 *
 * any: the first who decides. all, sequence: everybody approves, or one returns or rejects. share: enough approve, or so
 * many do not that it can no longer be reached; then the graver of the more frequent answers holds [default].
 */
export function countReview(mode: ReviewModeRule, votes: readonly ReviewVote[]): ReviewCount {
  const counted = votes.filter(({ state }) => COUNTED.has(state));
  const byId = new Map(counted.map((vote) => [vote.id, vote]));
  const opens = counted
    .filter(({ state, waitsForId }) => state === 'waiting' && isDone(byId, waitsForId))
    .map(({ id }) => id);
  const awaited = new Set(counted.map(({ waitsForId }) => waitsForId));
  const chains = counted.filter(({ id }) => !awaited.has(id)).map((last) => answerOf(byId, last));
  const outcome = outcomeOf(mode, chains);
  return { outcome, opens: outcome === null ? opens : [] };
}

/**
 * How many approvals a share asks for: at least one, at most all.
 * @param percent 1–100
 * @param reviewers number of reviewers
 */
export function approvalsNeeded(percent: number, reviewers: number): number {
  return Math.min(reviewers, Math.max(1, Math.ceil((percent * reviewers) / 100)));
}

function isDone(byId: ReadonlyMap<string, ReviewVote>, id: string | null): boolean {
  const before = id === null ? undefined : byId.get(id);
  return before === undefined || before.state === 'approved';
}

/** The answer of a chain of signers, or null while it is open. */
function answerOf(byId: ReadonlyMap<string, ReviewVote>, last: ReviewVote): ReviewOutcome | null {
  const seen = new Set<string>();
  for (let vote: ReviewVote | undefined = last; vote && !seen.has(vote.id);) {
    const negative = NEGATIVE[vote.state];
    if (negative) return negative;
    seen.add(vote.id);
    vote = vote.waitsForId === null ? undefined : byId.get(vote.waitsForId);
  }
  return last.state === 'approved' ? 'approved' : null;
}

function outcomeOf(mode: ReviewModeRule, chains: readonly (ReviewOutcome | null)[]): ReviewOutcome | null {
  if (chains.length === 0) return null;
  const count = (answer: ReviewOutcome) => chains.filter((each) => each === answer).length;
  if (mode.kind === 'any') return chains.find((answer) => answer !== null) ?? null;
  if (mode.kind === 'share') {
    const needed = approvalsNeeded(mode.percent, chains.length);
    if (count('approved') >= needed) return 'approved';
    if (chains.length - count('returned') - count('rejected') >= needed) return null;
    return count('rejected') >= count('returned') ? 'rejected' : 'returned';
  }
  const negative = chains.find((answer) => answer !== null && answer !== 'approved');
  if (negative) return negative;
  return count('approved') === chains.length ? 'approved' : null;
}
