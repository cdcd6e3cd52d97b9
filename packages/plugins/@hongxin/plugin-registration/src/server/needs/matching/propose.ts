import { matchNeed, type Match, type MatchWish } from '@hongxin/rules/registration';
import type { Candidate, CandidateKind } from './candidates';

export interface Proposal extends Match {
  candidate: Candidate;
}

/** How many of a kind are proposed [default]: enough to choose among, few enough to read. */
const PROPOSED = 10;
const KINDS: readonly CandidateKind[] = ['resource', 'post', 'member'];

/** The best of each kind, best first; of equals the one who has served less. */
export function propose(
  wish: MatchWish,
  candidates: readonly Candidate[],
  today: string,
): Readonly<Record<CandidateKind, Proposal[]>> {
  const scored = candidates.flatMap((candidate) => {
    const match = matchNeed(wish, candidate, today);
    return match ? [{ ...match, candidate }] : [];
  });
  const better = (a: Proposal, b: Proposal): number =>
    b.score - a.score || a.candidate.served - b.candidate.served || a.candidate.title.localeCompare(b.candidate.title);
  const ofKind = (kind: CandidateKind): Proposal[] =>
    scored
      .filter(({ candidate }) => candidate.kind === kind)
      .sort(better)
      .slice(0, PROPOSED);
  return Object.fromEntries(KINDS.map((kind) => [kind, ofKind(kind)])) as Record<CandidateKind, Proposal[]>;
}
