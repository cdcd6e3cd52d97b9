import { refuse } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import type { DecideRequest } from '../../shared/contract';
import { TASKS } from '../../shared/constants';
import type { Deciding } from './deciding';
import { announce, ofStep } from './open-tasks';
import { taskOf } from './rows';
import type { ReviewTools } from './tools';
import { copyOf, nameOf, requireCandidate } from './transfer';

/**
 * Asks one more person: before one's own decision, which then waits for theirs, or after it, so that one's approval only
 * holds with theirs.
 */
export async function addSigner(
  tools: ReviewTools,
  { locked, terms, row, task, actor }: Deciding,
  { signerId, place }: Pick<DecideRequest, 'signerId' | 'place'>,
  opinion: string | null,
  transaction: Transaction,
): Promise<void> {
  if (place !== 'before' && place !== 'after')
    throw refuse(400, 'BODY_FIELD_INVALID', { name: 'place', expected: 'before | after' }, 'place');
  const person = await requireCandidate(tools, { locked, terms }, signerId, 'signerId', transaction);
  const now = tools.clock.now();
  const tasks = tools.db.getModel(TASKS);
  const signer = await tasks.create(
    {
      ...copyOf(task),
      ...ofStep(locked.step),
      userId: person.userId,
      state: place === 'before' ? 'pending' : 'waiting',
      waitsForId: place === 'before' ? task.waitsForId : task.id,
      rule: { type: 'addSigner', note: opinion, from: await nameOf(tools, actor.userId, transaction) },
      startedAt: now,
    },
    { transaction },
  );
  const signerKey = signer.get('id') as string;
  if (place === 'before') {
    await row.update({ state: 'waiting', waitsForId: signerKey }, { transaction });
  } else {
    const waitingForMe = (await tasks.findAll({
      where: { stepId: task.stepId, waitsForId: task.id },
      transaction,
    })) as Model[];
    for (const each of waitingForMe) {
      if (String(each.get('id')) !== String(signerKey)) await each.update({ waitsForId: signerKey }, { transaction });
    }
  }
  announce(tools, [taskOf(row), taskOf(signer as Model)], transaction);
}
