/** What a resident reads with the code: the own words and where the matter stands; no names, no phone numbers. */
export interface FollowAnswer {
  number: string;
  title: string;
  state: string;
  stateLabel: string;
  result: string | null;
  satisfaction: string | null;
  steps: { label: string; at: string }[];
  mayRate: boolean;
  mayWithdraw: boolean;
}

/** A small sum in words, answered once, within a quarter of an hour and not faster than a person reads [default]. */
export interface Question {
  question: string;
  token: string;
}

/** A place that a need can be raised for. */
export interface PublicArea {
  id: string;
  name: string;
  level: string;
  parent: string | null;
}

export interface Raised {
  code: string;
  number: string;
}
