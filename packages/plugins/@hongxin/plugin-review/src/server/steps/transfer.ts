import { refuse } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import { TASKS } from '../../shared/constants';
import type { Assignee } from '../assignees/find';
import { candidatesOf } from './candidates';
import type { Deciding } from './deciding';
import { announce, ofStep } from './open-tasks';
import { taskOf } from './rows';
import type { ReviewTools } from './tools';

/** Hands a task to somebody whom the node's rule would allow; the new holder takes the same place in the order. */
export async function transfer(
  tools: ReviewTools,
  { locked, terms, row, task, actor }: Deciding,
  toUserId: unknown,
  opinion: string | null,
  transaction: Transaction,
): Promise<void> {
  const person = await requireCandidate(tools, { locked, terms }, toUserId, 'toUserId', transaction);
  const now = tools.clock.now();
  const rule = { type: 'transfer', note: person.note ?? null, from: await nameOf(tools, actor.userId, transaction) };
  const created = await tools.db
    .getModel(TASKS)
    .create(
      { ...copyOf(task), ...ofStep(locked.step), userId: person.userId, state: 'pending', rule, startedAt: now },
      { transaction },
    );
  await tools.db
    .getModel(TASKS)
    .update({ waitsForId: created.get('id') }, { where: { stepId: task.stepId, waitsForId: task.id }, transaction });
  await row.update(
    {
      state: 'transferred',
      decision: 'transfer',
      opinion,
      decidedAt: now,
      decidedById: actor.userId,
      onBehalfOfId: actor.onBehalfOfId ?? null,
      waitingMinutes: await tools.clock.workingMinutes(task.startedAt, now),
    },
    { transaction },
  );
  announce(tools, [taskOf(row), taskOf(created as Model)], transaction);
}

/** @throws Refusal 400 unless the rule would allow the person */
export async function requireCandidate(
  tools: ReviewTools,
  { locked, terms }: Pick<Deciding, 'locked' | 'terms'>,
  userId: unknown,
  field: string,
  transaction: Transaction,
): Promise<Assignee> {
  const people = await candidatesOf(tools, locked, terms, transaction);
  const person = people.find((each) => String(each.userId) === String(userId));
  if (!person) throw refuse(400, 'REVIEW_PERSON_NOT_ALLOWED', {}, field);
  return person;
}

/** What a task takes over from the one it stands in for. */
export function copyOf({
  title,
  recordTitle,
  number,
  areaId,
  areaCode,
  processKey,
  sequence,
  canBatch,
  dueAt,
}: Deciding['task']) {
  return { title, recordTitle, number, areaId, areaCode, processKey, sequence, canBatch, dueAt };
}

export async function nameOf(
  { db }: ReviewTools,
  userId: number | null,
  transaction: Transaction,
): Promise<string | null> {
  const user = userId === null ? null : await db.getModel('users').findByPk(userId, { transaction });
  return user ? String(user.get('nickname') ?? user.get('username') ?? '') : null;
}
