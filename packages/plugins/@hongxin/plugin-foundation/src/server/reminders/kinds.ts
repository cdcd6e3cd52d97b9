import type Database from '@nocobase/database';
import type { LocalizedText } from '@hongxin/rules/mechanism';

export interface ReminderScope {
  db: Database;
  now: Date;
  /** ISO day in China. */
  today: string;
  /** How many days ahead, or how long something may wait: the administrator's number, or the kind's own. */
  days: number;
}

/** Something somebody should know of. */
export interface DueItem {
  userId: number;
  /** What it is about, e.g. a record's id. */
  about: string;
  /** Told once per period: a deadline that moves, a week, a year. */
  period: string;
  /** One line; the receiver reads it in the language they have chosen. */
  text: LocalizedText;
}

/** One kind of thing that people are reminded of. */
export interface ReminderKind {
  /** Unique; administrators switch kinds off by it. */
  name: string;
  /** Heading of the notice. */
  title: LocalizedText;
  days: number;
  /** Work that can wait is not brought up on days off. */
  workingDaysOnly?: boolean;
  find(scope: ReminderScope): Promise<DueItem[]>;
}
