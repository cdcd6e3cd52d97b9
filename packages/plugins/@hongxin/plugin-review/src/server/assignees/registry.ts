import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { LocalizedText } from '@hongxin/rules/mechanism';
import type { AssigneeRule } from '../../shared/config';

/** The record that a review is about, as rules see it. */
export interface ReviewSubject {
  app: Application;
  db: Database;
  collectionName: string;
  recordId: string;
  record: Model;
  areaCode: string | null;
  applicantId: number | null;
  transaction?: Transaction;
}

export interface FoundPerson {
  userId: number;
  /** What makes them the one, e.g. a post and its area; shown to the reader. */
  note?: string | null;
  /** Place of the post that makes them the one; passing up goes on from here. */
  areaCode?: string | null;
}

/** Answers whom a rule means; nobody is an answer too. */
export type AssigneeResolver<R = AssigneeRule> = (rule: R, subject: ReviewSubject) => Promise<FoundPerson[]>;

/** Says on the canvas why a rule can match nobody, before anything runs; null when nothing speaks against it. */
export type RuleChecker<R = AssigneeRule> = (
  rule: R,
  collectionName: string,
  app: Application,
) => Promise<LocalizedText | null>;

interface Registered {
  title: LocalizedText;
  resolve: AssigneeResolver;
  check?: RuleChecker;
}

/** A kind of rule as a part brings it. */
export interface AssigneeRuleType<R = AssigneeRule> {
  type: string;
  title: LocalizedText;
  resolve: AssigneeResolver<R>;
  check?: RuleChecker<R>;
}

/** A kind of rule with settings of its own: it is handed no others than its own type's. */
export const assigneeRule = <R>(rule: AssigneeRuleType<R>): AssigneeRuleType => rule as unknown as AssigneeRuleType;

/** Those who step in: for a place where a rule found nobody, and above the holders of a task whose time ran out. */
export interface Reserve {
  administrators(subject: ReviewSubject): Promise<FoundPerson[]>;
  /** The officials at the nearest place above this one who are there. */
  above(areaCode: string | null, subject: ReviewSubject): Promise<FoundPerson[]>;
}

/** What is known of posts, for those whose role came with one. */
export interface Office {
  /** Of these people those who held posts and hold none any more. */
  leftOf(userIds: readonly number[], transaction?: Transaction): Promise<number[]>;
}

/** Types of assignee rules; plugins register theirs here. */
export class AssigneeRegistry {
  private readonly types = new Map<string, Registered>();
  private inReserve: Reserve | null = null;
  private posts: Office | null = null;

  add({ type, title, resolve, check }: AssigneeRuleType): void {
    this.register(type, title, resolve, check);
  }

  /** A later registration of a type takes the place of an earlier one: who knows more answers. */
  register<R = AssigneeRule>(
    type: string,
    title: LocalizedText,
    resolve: AssigneeResolver<R>,
    check?: RuleChecker<R>,
  ): void {
    this.types.set(type, {
      title,
      resolve: resolve as AssigneeResolver,
      ...(check ? { check: check as RuleChecker } : {}),
    });
  }

  registerReserve(reserve: Reserve): void {
    this.inReserve = reserve;
  }

  registerOffice(office: Office): void {
    this.posts = office;
  }

  get office(): Office | null {
    return this.posts;
  }

  has(type: string): boolean {
    return this.types.has(type);
  }

  get(type: string): Registered | undefined {
    return this.types.get(type);
  }

  list(): { type: string; title: LocalizedText }[] {
    return [...this.types].map(([type, { title }]) => ({ type, title }));
  }

  get reserve(): Reserve | null {
    return this.inReserve;
  }
}
