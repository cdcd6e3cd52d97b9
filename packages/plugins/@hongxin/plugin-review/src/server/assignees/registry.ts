import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { LocalizedText } from '@hongxin/rules/mechanism';
import type { AssigneeRule } from '../../shared/config';
import type { RuleDescription } from '../../shared/rule-options';
import { checkDescription, type DeclaredOption } from './descriptions';

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

/** A kind of rule as a part brings it, with all that the canvas says and asks of it. */
export interface AssigneeRuleType<R = AssigneeRule> {
  type: string;
  /** As it is chosen on the canvas, e.g. 担任某个岗位的人. */
  title: LocalizedText;
  /** Why somebody has a task, e.g. 岗位任职人员. Default: the title. */
  because?: LocalizedText;
  /** The rule in words, with `{{option}}` for what was chosen. Default: the title. */
  sentence?: LocalizedText;
  /** What it asks whoever configures it. Default: nothing. */
  options?: readonly DeclaredOption[];
  /** Where it stands among the rules that are offered. Default: last. */
  sort?: number;
  /** Takes the place of a rule of this type that is known already: who knows more answers. */
  replaces?: true;
  resolve: AssigneeResolver<R>;
  check?: RuleChecker<R>;
}

/** A kind of rule with settings of its own: it is handed no others than its own type's. */
export const assigneeRule = <R>(rule: AssigneeRuleType<R>): AssigneeRuleType => rule as unknown as AssigneeRuleType;

type Registered = RuleDescription<LocalizedText> & Omit<AssigneeRuleType, keyof RuleDescription<unknown>>;

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

const LAST = 1_000;

/** Types of assignee rules; plugins register theirs here. */
export class AssigneeRegistry {
  private readonly types = new Map<string, Registered>();
  private inReserve: Reserve | null = null;
  private posts: Office | null = null;

  /** @throws when another plugin has brought the type, or what the rule says of itself is not whole */
  add(rule: AssigneeRuleType): void {
    const { type, title } = rule;
    if (this.types.has(type) && !rule.replaces)
      throw new Error(
        `two plugins bring the assignee rule ${type}; one of them has to go, or say that it replaces the other`,
      );
    const registered = { ...rule, sentence: rule.sentence ?? title, options: rule.options ?? [] };
    checkDescription(registered);
    this.types.set(type, registered);
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

  /** In the order in which they are offered. */
  list(): Registered[] {
    return [...this.types.values()].sort((a, b) => (a.sort ?? LAST) - (b.sort ?? LAST));
  }

  get reserve(): Reserve | null {
    return this.inReserve;
  }
}
