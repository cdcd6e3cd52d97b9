/** Answers of `hxGovernance`. */
import type { Formation, OrganizationLevel } from '@hongxin/rules/governance';
import type { LocalizedText } from '@hongxin/rules/mechanism';
import type { GapKind } from './gap-kinds';

/** An area that figures and lists can be narrowed to. */
export interface AreaChoice {
  code: string;
  name: string;
  level: string;
}

/** What a figure counted among the records that its page lists. */
export interface CountedFigure {
  collection: string;
  /** In NocoBase's terms. */
  filter: Readonly<Record<string, unknown>>;
  key: string;
  title: LocalizedText;
}

export interface NarrowingAnswer {
  areas: AreaChoice[];
  figures: CountedFigure[];
}

export interface OrganizationFacts {
  id: string;
  name: string;
  level: OrganizationLevel;
  formation: Formation | null;
  areaCode: string | null;
  establishedOn: string | null;
  memberCount: number | null;
  status: string;
  brand: string | null;
  parent: string | null;
  households: number;
}

export interface TermFacts {
  id: string;
  title: string;
  person: string;
  startsOn: string;
  endsOn: string | null;
  isHead: boolean;
}

export interface FactsAnswer extends OrganizationFacts {
  path: string;
  covered: string[];
  current: TermFacts[];
  /** Terms that have ended, latest first, at most twenty. */
  past: TermFacts[];
  /** A hub with fewer or more households than advised; a warning, nothing more [seed: 5–10]. */
  householdsWarning: boolean;
}

export interface GapRow {
  kind: GapKind;
  collection: string;
  id: string;
  name: string;
  code: string;
  path: string;
  number: number | null;
  day: string | null;
}

export interface FigureAnswer {
  key: string;
  title: LocalizedText;
  unit: LocalizedText;
  isMoney: boolean;
  value: number;
  target: number | null;
  /** How the programme states its figure; null where the target follows from what is there. */
  precision: 'exact' | 'nearly' | 'over' | null;
  /** Address of the page that lists what was counted; null where the caller has none. */
  page: string | null;
  /** That page lists other records too, and can be narrowed to what was counted by the figure's key. */
  isCounted: boolean;
}

export interface OverviewAnswer {
  area: AreaChoice | null;
  areas: AreaChoice[];
  figures: FigureAnswer[];
  gaps: { kind: GapKind; count: number }[];
  gapsPage: string | null;
}

export interface TreeNode {
  id: string;
  parentId: string | null;
  name: string;
  level: OrganizationLevel;
  areaCode: string | null;
  status: string;
  /** Name of the current head; null where there is none. */
  head: string | null;
  children: number;
  households: number;
  gaps: { kind: GapKind; count: number }[];
}

export interface SearchHit {
  id: string;
  name: string;
  level: OrganizationLevel;
  path: string;
  /** Ids from the top of what the caller sees down to the hit, to unfold the tree. */
  trail: string[];
}
