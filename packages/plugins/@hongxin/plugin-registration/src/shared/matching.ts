/**
 * Whether those behind a proposal can be invited to the need: `open`; `sent`, they have been; `unreachable`, they have no
 * account; null where there is nobody to invite, or it is not the caller's to do.
 */
export type InvitationState = 'open' | 'sent' | 'unreachable' | null;

/** One proposal, as the client shows it. */
export interface ProposalAnswer {
  id: string;
  title: string;
  note: string | null;
  score: number;
  reasons: string[];
  invitation: InvitationState;
}

export interface MatchesAnswer {
  resources: ProposalAnswer[];
  posts: ProposalAnswer[];
  members: ProposalAnswer[];
}

export interface InvitationAnswer {
  /** Whether they had been invited before, by whomever; then nothing was sent. */
  isRepeated: boolean;
  /** Whether a notice could be sent. */
  isTold: boolean;
}
