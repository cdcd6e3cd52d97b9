import { foundationOf, Refusal, refuse, runAsSystem, type Actor } from '@hongxin/plugin-foundation';
import { reasonsOf } from '@hongxin/rules/mechanism';
import { checkReviewDecision, countReview } from '@hongxin/rules/review';
import { EXECUTION_STATUS } from '@nocobase/plugin-workflow';
import type { Model, Transaction } from '@nocobase/database';
import type { DecideRequest } from '../../shared/contract';
import { MOVE_TYPE, OUTCOME_OF, TASKS } from '../../shared/constants';
import { covers, mandatesOf } from '../delegations/deputies';
import { termsOf } from '../node/terms';
import { addSigner } from './add-signer';
import type { Deciding } from './deciding';
import { alreadyDecided, whatHappened } from './already';
import { entitlementOf } from './entitled';
import { lockStepOf } from './lock';
import { openTurns } from './open-turns';
import { writeValues } from './outcome';
import { settle } from './settle';
import { taskOf, type StepRow, type TaskRecord } from './rows';
import type { ReviewTools } from './tools';
import { transfer } from './transfer';
import { workflowOf } from '../workflow-of';

export interface DecideOptions {
  taskId: string;
  actor: Actor;
  request: DecideRequest;
  /** Decided by pressing the record's own button: the values are the transition's, which checks them itself. */
  isDirect?: boolean;
}

/**
 * Decides a task: the decision, what it fills in, the record's transition and the end of the step are one transaction.
 * @throws Refusal 404 not there for this user, 409 somebody was faster (and who), 400 with every reason
 */
export async function decideTask(
  tools: ReviewTools,
  { taskId, actor, request, isDirect = false }: DecideOptions,
  transaction: Transaction,
): Promise<TaskRecord> {
  const deciding = await lockTask(tools, taskId, actor, transaction);
  const { terms, locked, task } = deciding;
  const opinion = request.opinion?.trim() || null;
  const values = Object.fromEntries(Object.entries(request.values ?? {}).filter(([, value]) => value !== undefined));
  const record = locked.record ? (locked.record.get() as Record<string, unknown>) : {};
  const reasons = reasonsOf(
    checkReviewDecision(terms, { ...request, opinion, values: isDirect ? {} : values, record }),
  );
  if (reasons.length > 0) throw new Refusal(400, reasons);
  if (request.decision === 'transfer') await transfer(tools, deciding, request.toUserId, opinion, transaction);
  else if (request.decision === 'addSigner') await addSigner(tools, deciding, request, opinion, transaction);
  else await vote(tools, deciding, { decision: request.decision, opinion, values, isDirect }, transaction);
  await logDecision(tools, deciding, request.decision, { opinion, isDirect }, transaction);
  if (request.decision !== 'transfer' && request.decision !== 'addSigner') return taskOf(deciding.row);
  return taskOf((await tools.db.getModel(TASKS).findByPk(task.id, { transaction })) as Model);
}

/** Every decision is in the log: by the transition it performed, or else by itself. */
async function logDecision(
  tools: ReviewTools,
  { task, actor, node, terms }: Deciding,
  decision: DecideRequest['decision'],
  { opinion, isDirect }: Pick<Vote, 'opinion' | 'isDirect'>,
  transaction: Transaction,
): Promise<void> {
  const { collectionName, recordId } = task;
  const moves = terms.outcome[OUTCOME_OF[decision as Vote['decision']]] ?? null;
  const mayHaveMoved = isDirect || moves !== null || node.get('type') === MOVE_TYPE;
  const recent = mayHaveMoved
    ? await tools.db.getModel('hxEvents').findAll({
        attributes: ['details'],
        where: { collectionName, recordId },
        order: [['id', 'DESC']],
        limit: 20,
        transaction,
      })
    : [];
  if (recent.some((event) => String((event.get('details') as { taskId?: unknown } | null)?.taskId) === task.id)) return;
  const entry = {
    collectionName,
    recordId,
    transition: `review${decision[0].toUpperCase()}${decision.slice(1)}`,
    actorId: actor.userId,
    onBehalfOfId: actor.onBehalfOfId ?? null,
    opinion,
    details: { taskId: task.id, step: task.stepTitle },
  };
  await runAsSystem(() => foundationOf(tools.app).events.append(entry, transaction));
}

/** Finds the task for whoever may decide it, and locks it. */
async function lockTask(tools: ReviewTools, taskId: string, actor: Actor, transaction: Transaction): Promise<Deciding> {
  const seen = await tools.db.getModel(TASKS).findByPk(taskId, { transaction });
  if (!seen) throw refuse(404, 'RECORD_NOT_FOUND');
  const known = taskOf(seen as Model);
  const { userId, processKey } = known;
  const isOwn = userId !== null && userId === actor.userId;
  if (!isOwn && !covers(await mandatesOf(tools, Number(actor.userId), transaction), userId, processKey))
    throw refuse(404, 'RECORD_NOT_FOUND');
  const locked = await lockStepOf(tools, known, transaction);
  if (!locked) throw refuse(404, 'RECORD_NOT_FOUND');
  const row = locked.tasks.find((each) => String(each.get('id')) === taskId) as Model;
  const task = taskOf(row);
  const status = await statusOfRun(tools, locked.step, transaction);
  if (task.state === 'reassigned') throw refuse(404, 'RECORD_NOT_FOUND');
  const isOpen = task.state === 'pending' && locked.step.state === 'pending';
  if (!isOpen || status !== EXECUTION_STATUS.STARTED)
    throw alreadyDecided(await whatHappened(tools, task, transaction));
  const node = await nodeOf(tools, locked.step, transaction);
  if (!node) throw refuse(404, 'RECORD_NOT_FOUND');
  const terms = termsOf({ type: String(node.get('type')), title: locked.step.title, config: node.get('config') });
  const asking = { locked, terms, task, userId: Number(actor.userId) };
  const standing = await entitlementOf(tools, asking, transaction);
  if (!standing) throw refuse(404, 'RECORD_NOT_FOUND');
  return { locked, node, terms, row, task, actor: standing === 'holder' ? actor : { ...actor, onBehalfOfId: userId } };
}

async function statusOfRun({ db }: ReviewTools, { executionId }: StepRow, transaction: Transaction): Promise<unknown> {
  const execution = await db
    .getModel('executions')
    .findByPk(executionId, { attributes: ['id', 'status'], transaction });
  return execution?.get('status');
}

/** As the runs know it; of a version that is not in use any more, as it is kept. */
async function nodeOf(
  { app, db }: ReviewTools,
  { workflowId, nodeId }: StepRow,
  transaction: Transaction,
): Promise<Model | null> {
  const { nodes } = workflowOf(app).enabledCache.get(Number(workflowId)) ?? {};
  const known = nodes?.find(({ id }) => String(id) === nodeId);
  return known ?? ((await db.getModel('flow_nodes').findByPk(nodeId, { transaction })) as Model | null);
}

interface Vote {
  decision: keyof typeof OUTCOME_OF;
  opinion: string | null;
  values: Record<string, unknown>;
  isDirect: boolean;
}

/** A decision that counts towards the outcome. */
async function vote(
  tools: ReviewTools,
  { locked, node, terms, row, task, actor }: Deciding,
  { decision, opinion, values, isDirect }: Vote,
  transaction: Transaction,
): Promise<void> {
  const now = tools.clock.now();
  await row.update(
    {
      state: OUTCOME_OF[decision],
      decision,
      opinion,
      values: Object.keys(values).length > 0 ? values : null,
      decidedAt: now,
      decidedById: actor.userId,
      onBehalfOfId: actor.onBehalfOfId ?? null,
      waitingMinutes: await tools.clock.workingMinutes(task.startedAt, now),
    },
    { transaction },
  );
  tools.counter.touch(transaction, [task]);
  const collection = tools.db.getCollection(task.collectionName);
  if (locked.record && collection && !isDirect) await writeValues(collection, locked.record, values, transaction);
  const { outcome, opens } = countReview(terms.mode, locked.tasks.map(taskOf));
  if (outcome === null) return openTurns(tools, locked, terms, opens, now, transaction);
  const settlement = {
    outcome,
    cause: 'decided',
    actor,
    opinion,
    values,
    isDirect,
    taskId: task.id,
    leave: 'skipped',
  } as const;
  await settle(tools, locked, node, terms, settlement, transaction);
}
