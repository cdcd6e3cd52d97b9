import type { Model, Transaction } from '@nocobase/database';
import { findAssignees, findReserve, type Assignee } from '../assignees/find';
import type { StepTerms } from '../node/terms';
import type { LockedStep } from './lock';
import { factsOf } from './record-facts';
import { STEPS, stepOf, taskOf, tasksOfStep, type ReviewTools } from './tools';

/**
 * To whom a task may be handed: those whom the node's rules would have asked (every rule, fallbacks too), and where they
 * find nobody else the administrators of the place; without the applicant and those who have the step already.
 */
export async function candidatesOf(
  tools: ReviewTools,
  { step, record, tasks }: Pick<LockedStep, 'step' | 'record' | 'tasks'>,
  terms: StepTerms,
  transaction?: Transaction,
): Promise<Assignee[]> {
  if (!record) return [];
  const facts = { ...factsOf(tools.app, record), applicantId: step.applicantId };
  const subject = { ...facts, app: tools.app, db: tools.db, record, transaction };
  const excludedId = terms.excludeApplicant ? step.applicantId : null;
  const holders = new Set(
    tasks
      .map(taskOf)
      .filter(({ state }) => state === 'pending' || state === 'waiting')
      .map(({ userId }) => userId),
  );
  const found = new Map<number, Assignee>();
  for (const rule of terms.assignees) {
    const people = await findAssignees(tools.assignees, [{ ...rule, together: false }], subject, excludedId);
    for (const person of people) if (!found.has(person.userId)) found.set(person.userId, person);
  }
  const free = (people: readonly Assignee[]) => people.filter(({ userId }) => !holders.has(userId));
  const own = free([...found.values()]);
  return own.length > 0 ? own : free(await findReserve(tools.assignees, terms.assignees, subject, excludedId));
}

/** The step of a task as it is, without locking anything. */
export async function peekStep(tools: ReviewTools, stepId: string): Promise<LockedStep | null> {
  const row = (await tools.db.getModel(STEPS).findByPk(stepId)) as Model | null;
  if (!row) return null;
  const step = stepOf(row);
  const collection = tools.db.getCollection(step.collectionName);
  const record = collection
    ? ((await collection.repository.findOne({ filterByTk: step.recordId })) as Model | null)
    : null;
  return { row, step, record, tasks: await tasksOfStep(tools.db, stepId) };
}
