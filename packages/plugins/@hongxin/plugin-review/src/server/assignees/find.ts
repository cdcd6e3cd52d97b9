import type { Model } from '@nocobase/database';
import type { AssigneeRule } from '../../shared/config';
import type { AssigneeRegistry, FoundPerson, ReviewSubject } from './registry';

/** Why somebody has a task; the sentence is made when it is read. */
export interface RuleNote {
  type: string;
  note?: string | null;
  /** For `administrators`: the rules that found nobody. */
  tried?: string[];
  from?: string | null;
  /** In the place of somebody whose mandate has ended. */
  instead?: boolean;
}

export interface Assignee extends FoundPerson {
  rule: RuleNote;
}

export interface FoundAssignees {
  people: Assignee[];
  isFallback: boolean;
}

/**
 * The people of the first rule that finds somebody, with those of the rules joined to it.
 * @param excludedId the applicant, who never decides their own matter
 */
export async function findAssignees(
  registry: AssigneeRegistry,
  rules: readonly AssigneeRule[],
  subject: ReviewSubject,
  excludedId: number | null,
): Promise<Assignee[]> {
  for (const group of groupsOf(rules)) {
    const found: Assignee[] = [];
    for (const rule of group) {
      const registered = registry.get(rule.type);
      const people = registered ? await registered.resolve(rule, subject) : [];
      found.push(...people.map((person) => ({ ...person, rule: { type: rule.type, note: person.note ?? null } })));
    }
    const people = await usable(found, subject, excludedId);
    if (people.length > 0) return people;
  }
  return [];
}

/** Those in charge of the place when the rules find nobody, with what was tried; a matter never hangs in silence. */
export async function findReserve(
  registry: AssigneeRegistry,
  rules: readonly AssigneeRule[],
  subject: ReviewSubject,
  excludedId: number | null,
): Promise<Assignee[]> {
  const rule = { type: 'administrators', tried: rules.map(({ type }) => type) };
  const named = (people: readonly FoundPerson[]) =>
    people.map((person) => ({ ...person, rule: { ...rule, note: person.note ?? null } }));
  const local = await usable(named((await registry.reserve?.administrators(subject)) ?? []), subject, excludedId);
  if (local.length > 0) return local;
  const global = named(await withRoles(subject, ['admin', 'root']));
  const others = await usable(global, subject, excludedId);
  // The only administrator may be the applicant; better them than nobody.
  return others.length > 0 ? others : usable(global, subject, null);
}

/** Everybody who has one of NocoBase's roles. */
export async function withRoles(
  { db, transaction }: Pick<ReviewSubject, 'db' | 'transaction'>,
  roles: readonly string[],
): Promise<FoundPerson[]> {
  const users: Model[] = await db
    .getRepository('users')
    .find({ filter: { 'roles.name': { $in: [...roles] } }, fields: ['id'], sort: ['id'], transaction });
  return users.map((user) => ({ userId: Number(user.get('id')) }));
}

function groupsOf(rules: readonly AssigneeRule[]): AssigneeRule[][] {
  const groups: AssigneeRule[][] = [];
  for (const rule of rules) {
    if (rule.together && groups.length > 0) groups[groups.length - 1].push(rule);
    else groups.push([rule]);
  }
  return groups;
}

/** Each person once, in the order found; accounts that exist; never the applicant. */
async function usable(
  found: readonly Assignee[],
  subject: ReviewSubject,
  excludedId: number | null,
): Promise<Assignee[]> {
  const once = new Map<number, Assignee>();
  for (const person of found) {
    if (Number.isInteger(person.userId) && person.userId !== excludedId && !once.has(person.userId))
      once.set(person.userId, person);
  }
  if (once.size === 0) return [];
  const users = await subject.db
    .getModel('users')
    .findAll({ attributes: ['id'], where: { id: [...once.keys()] }, transaction: subject.transaction });
  const existing = new Set(users.map((user) => Number(user.get('id'))));
  return [...once.values()].filter(({ userId }) => existing.has(userId));
}
