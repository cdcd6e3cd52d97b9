/** Workflows with reviews of the tests' own, on the errands of the foundation's tests. */
import type { Model } from '@nocobase/database';
import { app, settled, type Answer, type Client } from '../harness';
import type {
  ReviewNodeConfig,
  TransitionTriggerConfig,
} from '../../../packages/plugins/@hongxin/plugin-review/src/shared/config';
import type { TaskRow } from '../../../packages/plugins/@hongxin/plugin-review/src/shared/contract';
import {
  MOVE_TYPE,
  NODE_TYPE,
  TRIGGER_TYPE,
} from '../../../packages/plugins/@hongxin/plugin-review/src/shared/constants';
import type PluginReview from '../../../packages/plugins/@hongxin/plugin-review/src/server/plugin';

export { settled };

export const review = (): PluginReview => app().pm.get('@hongxin/plugin-review') as PluginReview;

interface NodeModel extends Model {
  createNode(values: object): Promise<Model>;
}

export interface NodeSpec {
  key: string;
  type?: string;
  title?: string;
  config: Partial<ReviewNodeConfig> | Record<string, unknown>;
  /** First node of a branch of the node with this key. */
  branchOf?: string;
  branchIndex?: number;
}

let workflows = 0;

/** A workflow that starts when an errand is submitted, unless told otherwise; nodes follow each other. */
export async function drawWorkflow(
  nodes: readonly NodeSpec[],
  config: Partial<TransitionTriggerConfig> = {},
  type = TRIGGER_TYPE,
): Promise<{ key: string; id: number; nodeIds: Record<string, number> }> {
  const key = `test-review-${(workflows += 1)}-${Date.now()}`;
  const trigger = { collection: 'hxTestErrands', on: 'state', states: ['submitted'], ...config };
  const workflow = (await app()
    .db.getRepository('workflows')
    .create({ values: { key, title: key, type, config: trigger, enabled: false, sync: false } })) as NodeModel;
  const created = new Map<string, Model>();
  let previous: Model | null = null;
  for (const spec of nodes) {
    const parent: Model | null = spec.branchOf ? (created.get(spec.branchOf) ?? null) : previous;
    const node: Model = await workflow.createNode({
      key: `${spec.key.replace(/\W/g, '-')}-${key}`,
      type: spec.type ?? NODE_TYPE,
      title: spec.title ?? spec.key,
      config: spec.config,
      upstreamId: parent?.get('id') ?? null,
      branchIndex: spec.branchIndex ?? null,
    });
    if (parent && !spec.branchOf) await parent.update({ downstreamId: node.get('id') });
    created.set(spec.key, node);
    if (!spec.branchOf) previous = node;
  }
  await workflow.update({ enabled: true });
  const nodeIds = Object.fromEntries([...created].map(([name, node]) => [name, Number(node.get('id'))]));
  return { key, id: Number(workflow.get('id')), nodeIds };
}

export const MOVE = MOVE_TYPE;

/** Takes the tests' workflows away, with what they left behind. */
export async function eraseWorkflows(): Promise<void> {
  await settled();
  const { db } = app();
  for (const workflow of (await db.getRepository('workflows').find({
    filter: { key: { $startsWith: 'test-review-' } },
  })) as Model[]) {
    await workflow.update({ enabled: false });
    await db.getRepository('executions').destroy({ filter: { workflowId: workflow.get('id') } });
    await workflow.destroy();
  }
  for (const name of ['hxReviewTasks', 'hxReviewSteps', 'hxReviewCopies', 'hxReviewDelegations'])
    await db.getModel(name).destroy({ where: {}, truncate: true });
}

/** Asks again until the answer is there. */
export async function eventually<T>(ask: () => Promise<T | null | undefined | false>, what = 'it'): Promise<T> {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error(`${what} did not happen`);
}

export async function tasksOf(recordId: unknown): Promise<Record<string, unknown>[]> {
  const rows = await app()
    .db.getModel('hxReviewTasks')
    .findAll({ where: { recordId: String(recordId) }, order: [['id', 'ASC']] });
  return rows.map((row) => row.toJSON());
}

/** The pending task of a person on a record, once it is there. */
export const pendingTask = (client: Client, recordId: unknown): Promise<string> =>
  eventually(
    async () =>
      (await tasksOf(recordId)).find(({ userId, state }) => Number(userId) === client.userId && state === 'pending')
        ?.id as string | undefined,
    `a task of user ${String(client.userId)} on ${String(recordId)}`,
  ).then(String);

export const decide = (client: Client, taskId: string, body: object): Promise<Answer<TaskRow>> =>
  client.post<TaskRow>(`hxReviewTasks:decide/${taskId}`, body);

export async function executionsOf(workflowKey: string): Promise<Record<string, unknown>[]> {
  const rows = await app()
    .db.getModel('executions')
    .findAll({ where: { key: workflowKey }, order: [['id', 'ASC']] });
  return rows.map((row) => row.toJSON());
}

export const named = (...clients: readonly Client[]): ReviewNodeConfig['assignees'] => [
  { type: 'users', userIds: clients.map(({ userId }) => Number(userId)) },
];
