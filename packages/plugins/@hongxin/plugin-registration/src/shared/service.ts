/** Answers of what members do: what they can take on, and their hours. */

/** A post or project that looks for people, as who may claim it sees it. */
export interface Opening {
  kind: 'post' | 'project';
  id: string;
  title: string;
  serviceClass: string | null;
  description: string | null;
  community: string | null;
  location: string | null;
  startsAt: string | null;
  endsAt: string | null;
  claimBy: string | null;
  headCount: number;
  left: number;
  /** How near it is to where the member is on the roll. */
  near: 'community' | 'street' | 'city';
  isClaimed: boolean;
}

export interface OpeningsAnswer {
  /** Whether the caller is on a community's roll and may claim. */
  isOnRoll: boolean;
  /** Not `rows`: NocoBase takes an answer with rows apart. */
  openings: Opening[];
}

export interface MyHoursAnswer {
  year: number;
  /** Minutes verified this year, reversed ones taken off. */
  verified: number;
  /** How often, not counting what was reversed. */
  times: number;
  /** Minutes that wait for the host. */
  pending: number;
  /** Posts and projects of this year that were claimed and not given up, and how many of them are served. */
  claims: { made: number; served: number };
  classes: { title: string | null; minutes: number }[];
  /** Hours of earlier, issued years that were taken back this year, and so count off this one; minutes are negative. */
  takenBack: { year: number; minutes: number }[];
  /** What is asked of the caller this year, where their registration lies. */
  target: { minutes: number; times: number; claims: number };
}
