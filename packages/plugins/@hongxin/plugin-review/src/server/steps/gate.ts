import { Refusal, runAsSystem, type GateAnswer, type GatedAttempt } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import type { MoveNodeConfig } from '../../shared/config';
import { MOVE_TYPE, NODE_TYPE, OUTCOME_OF, TASKS, type Outcome } from '../../shared/constants';
import { termsOf, type StepTerms } from '../node/terms';
import { decideTask } from './decide';
import { entitlementOf } from './entitled';
import { noteNoneWaiting } from './none-waiting';
import { pendingOf } from './pending-of-batch';
import { stepOf, taskOf, type StepRow, type TaskRecord } from './rows';
import type { ReviewTools } from './tools';

type Vote = keyof typeof OUTCOME_OF;

/**
 * A direct transition while the record waits for a review. Whoever holds the task that this transition would settle has
 * decided it by pressing the button; to others a transition that the workflow performs itself is closed meanwhile,
 * unless the node leaves it open to those entitled. All other transitions pass, and end the review.
 */
export async function gate(tools: ReviewTools, attempt: GatedAttempt): Promise<GateAnswer> {
  const { collection, recordId, transaction } = attempt;
  const waiting = (await pendingOf(tools, attempt)).map(stepOf);
  if (waiting.length === 0) noteNoneWaiting(transaction, collection, recordId);
  for (const step of waiting) {
    const answer = await askStep(tools, step, attempt);
    if (answer) return answer;
  }
  return null;
}

async function askStep(tools: ReviewTools, step: StepRow, attempt: GatedAttempt): Promise<GateAnswer> {
  const { transition, collection, transaction, opinion, values } = attempt;
  const nodes = (await tools.db
    .getModel('flow_nodes')
    .findAll({ where: { workflowId: step.workflowId }, transaction })) as Model[];
  const node = nodes.find((each) => String(each.get('id')) === step.nodeId);
  if (!node || !isReserved(nodes, transition, collection)) return null;
  const terms = termsOf({ type: String(node.get('type')), title: step.title, config: node.get('config') });
  const decision = (Object.keys(OUTCOME_OF) as Vote[]).find(
    (each) => terms.outcome[OUTCOME_OF[each] as Outcome] === transition,
  );
  const tasks = (
    (await tools.db.getModel(TASKS).findAll({
      where: { stepId: step.id, state: 'pending' },
      order: [['id', 'ASC']],
      transaction,
    })) as Model[]
  ).map(taskOf);
  const mine = decision && (await heldBy(tools, step, terms, tasks, attempt));
  if (decision && mine)
    return { perform: () => runAsSystem(() => decideDirectly(tools, attempt, mine, decision, opinion, values)) };
  if (terms.allowDirect) return null;
  return {
    refusal: new Refusal(400, [{ code: 'REVIEW_PENDING', params: await withWhom(tools, step, tasks, attempt) }]),
  };
}

async function decideDirectly(
  tools: ReviewTools,
  { actor, transaction, record }: GatedAttempt,
  task: TaskRecord,
  decision: Vote,
  opinion: string | null,
  values: Readonly<Record<string, unknown>>,
): Promise<Model> {
  await decideTask(
    tools,
    { taskId: task.id, actor, request: { decision, opinion, values: { ...values } }, isDirect: true },
    transaction,
  );
  await record.reload({ transaction });
  return record;
}

/** Whether the workflow itself performs this transition, in a review's outcome or in a move node. */
function isReserved(nodes: readonly Model[], transition: string, collection: string): boolean {
  return nodes.some((node) => {
    if (node.get('type') === MOVE_TYPE) {
      const config = node.get('config') as Partial<MoveNodeConfig> | null;
      return config?.collection === collection && config.transition === transition;
    }
    if (node.get('type') !== NODE_TYPE) return false;
    const { outcome } = termsOf({ type: NODE_TYPE, title: '', config: node.get('config') });
    return Object.values(outcome).includes(transition);
  });
}

/** The task that somebody has decided by pressing the record's own button, if one is theirs to decide. */
async function heldBy(
  tools: ReviewTools,
  step: StepRow,
  terms: StepTerms,
  tasks: readonly TaskRecord[],
  { actor, record, transaction }: GatedAttempt,
): Promise<TaskRecord | undefined> {
  const userId = Number(actor.userId);
  const locked = { step, record };
  const ownFirst = [...tasks].sort((a, b) => Number(b.userId === userId) - Number(a.userId === userId));
  for (const task of ownFirst) {
    if (await entitlementOf(tools, { locked, terms, task, userId }, transaction)) return task;
  }
  return undefined;
}

async function withWhom(
  { db }: ReviewTools,
  { title }: StepRow,
  tasks: readonly TaskRecord[],
  { transaction }: GatedAttempt,
): Promise<{ step: string; who: string }> {
  const ids = tasks.map(({ userId }) => userId).filter((id) => id !== null);
  const users = ids.length > 0 ? await db.getModel('users').findAll({ where: { id: ids }, transaction }) : [];
  const names = new Map(
    users.map((user) => [Number(user.get('id')), String(user.get('nickname') ?? user.get('username') ?? '')]),
  );
  // in the order of the tasks, which is the order in which the step asks
  return { step: title, who: ids.flatMap((id) => names.get(id) ?? []).join('、') };
}
