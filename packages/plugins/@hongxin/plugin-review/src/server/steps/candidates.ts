import type { Model, Transaction } from '@nocobase/database';
import type { Assignee } from '../assignees/find';
import { termsOf, type StepTerms } from '../node/terms';
import type { LockedStep } from './lock';
import { askNow } from './mandate';
import { STEPS, stepOf, taskOf, tasksOfStep } from './rows';
import type { ReviewTools } from './tools';

/**
 * To whom a task may be handed: those whom the node's rules would have asked (every rule, fallbacks too), and where they
 * find nobody else the administrators of the place; without the applicant and those who have the step already.
 */
export async function candidatesOf(
  tools: ReviewTools,
  locked: Pick<LockedStep, 'step' | 'record' | 'tasks'>,
  terms: StepTerms,
  transaction?: Transaction,
): Promise<Assignee[]> {
  const asked = await askNow(tools, locked, terms, transaction);
  if (!asked) return [];
  const holders = new Set(
    locked.tasks
      .map(taskOf)
      .filter(({ state }) => state === 'pending' || state === 'waiting')
      .map(({ userId }) => userId),
  );
  const excludedId = terms.excludeApplicant ? locked.step.applicantId : null;
  const found = new Map<number, Assignee>();
  for (const person of asked.byRules) if (!found.has(person.userId)) found.set(person.userId, person);
  const free = (people: readonly Assignee[]) =>
    people.filter(({ userId }) => !holders.has(userId) && userId !== excludedId);
  const own = free([...found.values()]);
  return own.length > 0 ? own : free(await asked.reserve());
}

/** The step of a task as it is, without locking anything. */
export async function peekStep(
  tools: ReviewTools,
  stepId: string,
  transaction?: Transaction,
): Promise<LockedStep | null> {
  const row = (await tools.db.getModel(STEPS).findByPk(stepId, { transaction })) as Model | null;
  if (!row) return null;
  const step = stepOf(row);
  const collection = tools.db.getCollection(step.collectionName);
  const record = collection
    ? ((await collection.repository.findOne({ filterByTk: step.recordId, transaction })) as Model | null)
    : null;
  return { row, step, record, tasks: await tasksOfStep(tools.db, stepId, transaction) };
}

/** What the node of a step asks for; null when the node is gone. */
export async function termsOfStep(
  { db }: Pick<ReviewTools, 'db'>,
  { nodeId, title }: Pick<LockedStep['step'], 'nodeId' | 'title'>,
  transaction?: Transaction,
): Promise<StepTerms | null> {
  const node = (await db.getModel('flow_nodes').findByPk(nodeId, { transaction })) as Model | null;
  return node && termsOf({ type: String(node.get('type')), title, config: node.get('config') });
}
