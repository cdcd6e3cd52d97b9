import type { Transaction } from '@nocobase/database';
import { findAssignees, findReserve, type Assignee } from '../assignees/find';
import type { StepTerms } from '../node/terms';
import { chainAbove } from './above';
import type { LockedStep } from './lock';
import { subjectOf } from './subject';
import type { TaskRecord } from './rows';
import type { ReviewTools } from './tools';

/** Ways to a task that no rule of the node has led to itself. */
const HANDED = new Set(['transfer', 'addSigner', 'administrators', 'moveFailed', 'passUp']);

/** Whom a step could ask at this moment. */
export interface Asked {
  /** Of every rule of the node, fallbacks too. */
  byRules: readonly Assignee[];
  /** Whom the step would ask if it began now; of a step that was passed up, those who are up there. */
  first(): Promise<readonly Assignee[]>;
  /** Those in charge of the place, for when the rules find nobody. */
  reserve(): Promise<readonly Assignee[]>;
  /** Whether the holder of a task could still have been given it. */
  holds(task: Pick<TaskRecord, 'userId' | 'rule'>): Promise<boolean>;
}

/**
 * Whether a mandate still holds, asked anew each time: a task is no right of its own, but follows from the post, the role
 * or the relation that led to it.
 *
 * | how the task came                                 | it is its holder's as long as                                |
 * | ------------------------------------------------- | ------------------------------------------------------------ |
 * | users (named people)                              | the account exists                                           |
 * | postHolder, organizationHead                      | they hold one of the posts there today, of a kind in use     |
 * | role                                              | they have the role; inside an area by a post of today        |
 * | unitLiaison, relation, expertsAssigned            | the record (or its unit) points to them                      |
 * | rules of other plugins                            | the rule, asked again, finds them                            |
 * | administrators, moveFailed (nobody was found)     | they are in charge of the place, or administrators           |
 * | transfer, addSigner                               | the task could be handed to them today                       |
 * | passUp                                            | they hold a post above the record's place                    |
 * | any                                               | they are not the applicant, where the node leaves those out  |
 *
 * @returns null when the record is gone: then there is nothing that anybody could be asked by
 */
export async function askNow(
  tools: ReviewTools,
  { step, record }: Pick<LockedStep, 'step' | 'record'>,
  terms: StepTerms,
  transaction?: Transaction,
): Promise<Asked | null> {
  const subject = await subjectOf(tools, { step, record }, terms, transaction);
  if (!subject) return null;
  const excludedId = terms.excludeApplicant ? step.applicantId : null;
  const find = (rules: StepTerms['assignees']) => findAssignees(tools.assignees, rules, subject, excludedId);
  const byRules: Assignee[] = [];
  for (const rule of terms.assignees) byRules.push(...(await find([{ ...rule, together: false }])));
  const above =
    step.raised > 0 ? await chainAbove(tools, subject, step.areaCode ?? step.holderAreaCode, excludedId) : [];
  const upThere = above.filter(({ areaCode }) => (areaCode ?? null) === step.holderAreaCode);
  const further = above.filter(({ areaCode }) => (areaCode ?? '').length < (step.holderAreaCode ?? '').length);
  let reserve: Promise<readonly Assignee[]> | undefined;
  const asked: Asked = {
    byRules,
    first: async () => {
      if (step.raised === 0) return find(terms.assignees);
      return upThere.length > 0 ? upThere : further;
    },
    reserve: () => (reserve ??= findReserve(tools.assignees, terms.assignees, subject, excludedId)),
    async holds({ userId, rule }) {
      const isAmong = (people: readonly Assignee[]): boolean => people.some((person) => person.userId === userId);
      if (userId === null) return false;
      if (isAmong(byRules)) return true;
      if (rule && !HANDED.has(rule.type)) return false;
      return isAmong(above) || isAmong(await asked.reserve());
    },
  };
  return asked;
}
