import type Database from '@nocobase/database';
import type { LocalizedText } from '@hongxin/rules/mechanism';
import type { ProgrammeFigureKey } from '@hongxin/rules/governance';
import type { CallerRanges } from '../common/caller-scope';
import { withinRanges } from '../common/caller-scope';
import { yearOf } from '../common/today';

/** What a figure is measured in: the database, the caller's areas, the year. */
export interface FigureScope {
  db: Database;
  ranges: CallerRanges;
  /** The whole city is looked at, so the programme's targets apply. */
  isWholeCity: boolean;
  today: string;
  year: number;
  /** SQL that holds a column of area digits to the areas looked at, with its replacements. */
  within(column: string): { sql: string; replacements: Record<string, string> };
}

export interface FigureDefinition {
  key: string;
  title: LocalizedText;
  unit: LocalizedText;
  /** Money in 分, shown in 元. */
  isMoney?: boolean;
  /** The programme's figure that is the target for the whole city [seed]. */
  programme?: ProgrammeFigureKey;
  /** Key of the seeded page that lists what was counted. */
  page?: string;
  /** Title of the tab of that page. */
  tab?: string;
  /** Which of the records listed there were counted, where the tab lists others too. */
  counted?: (scope: Pick<FigureScope, 'today' | 'year'>) => CountedRecords;
}

export interface CountedRecords {
  collection: string;
  /** In NocoBase's terms, as its lists are filtered. */
  filter: Readonly<Record<string, unknown>>;
}

export interface Measurement {
  value: number;
  /** Target of a part of the city, where one follows from what is there (a group per building). */
  target?: number | null;
}

/** Several figures measured together, in as few queries as can be. */
export interface FigureProvider {
  name: string;
  /** Place on the overview, ascending: governance 100, registration 200, … */
  sort: number;
  figures: readonly FigureDefinition[];
  /** @returns a measurement for each figure, by its key */
  measure(scope: FigureScope): Promise<Readonly<Record<string, Measurement>>>;
}

/** Figures of the overview; any plugin may add its own. */
export class FigureRegistry {
  private readonly providers = new Map<string, FigureProvider>();

  registerFigures(provider: FigureProvider): void {
    this.providers.set(provider.name, provider);
  }

  inOrder(): FigureProvider[] {
    return [...this.providers.values()].sort((a, b) => a.sort - b.sort);
  }
}

export function figureScope(db: Database, ranges: CallerRanges, isWholeCity: boolean, today: string): FigureScope {
  return {
    db,
    ranges,
    isWholeCity,
    today,
    year: yearOf(today),
    within: (column) => withinRanges(column, ranges),
  };
}
