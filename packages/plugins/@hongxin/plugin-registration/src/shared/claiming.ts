import type { Opening } from './service';

/** A need as who may claim it sees it. */
export interface ClaimableNeed {
  id: string;
  number: string | null;
  title: string;
  state: string;
  stateTitle: string;
  serviceClass: string | null;
  description: string | null;
  place: string | null;
  peopleWanted: number | null;
  wantedBy: string | null;
}

/** What the caller's unit can do: take the need on as a project, with what it has offered. */
export interface ClaimingUnit {
  id: string;
  name: string;
  resources: { id: string; title: string }[];
}

export interface ClaimableAnswer {
  need: ClaimableNeed;
  /** Posts (and for members projects) that meet the need and look for people. */
  openings: Opening[];
  /** For members: whether they are on a roll and may claim. */
  isOnRoll: boolean;
  /** For liaisons: their units; null for members. */
  units: ClaimingUnit[] | null;
  /** Whether the caller may take on the need itself now: a unit as a project, a member as a post at a time of theirs. */
  mayTakeOn: boolean;
}
