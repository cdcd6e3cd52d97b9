import {
  action,
  actorOf,
  body,
  claimKey,
  EXPECTED,
  foundationOf,
  isRefusal,
  refuse,
  runAsSystem,
  type ActionsOfResource,
  type BodyFault,
  type BodyOf,
} from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';
import type { Model, Transaction } from '@nocobase/database';
import type { DecideManyAnswer, DecideRequest, TaskRow } from '../../../shared/contract';
import { REVIEW_DECISION_LABELS } from '@hongxin/rules/review';
import { decideTask } from '../../steps/decide';
import { taskOf } from '../../steps/rows';
import type { ReviewTools } from '../../steps/tools';
import { presentTasks } from './present-task';
import { OPINION } from '../../common/request';

/** Most tasks decided at once [default]. */
const MOST_AT_ONCE = 100;

/** So many of them are under way at a time [default]: each holds a connection. */
const SIDE_BY_SIDE = 4;

const DECIDE = {
  decision: body.otherwise(
    body.choice({ zh: '审批结果', en: 'decision' }, REVIEW_DECISION_LABELS),
    (decision): BodyFault => {
      if (decision === undefined || decision === null || decision === '') return { code: 'REVIEW_DECISION_MISSING' };
      if (typeof decision !== 'string') return { code: 'BODY_FIELD_INVALID', params: { expected: EXPECTED.text } };
      return { code: 'REVIEW_DECISION_UNKNOWN', params: { decision: decision.slice(0, 40) } };
    },
  ),
  opinion: OPINION,
  values: body.optional(body.object({ zh: '填写的内容', en: 'values' })),
  toUserId: body.optional(body.id({ zh: '转交的对象', en: 'person to hand over to' })),
  signerId: body.optional(body.id({ zh: '加签的对象', en: 'person to add' })),
  place: body.optional(
    body.choice(
      { zh: '加签的位置', en: 'place of the person added' },
      { before: { zh: '在我之前', en: 'before me' }, after: { zh: '在我之后', en: 'after me' } },
    ),
  ),
};

const DECIDE_MANY = { ...DECIDE, ids: body.ids({ zh: '待办', en: 'tasks' }, MOST_AT_ONCE) };

/** POST hxReviewTasks:decide/<id> and :decideMany (contract, architecture.md §4). */
export const decideActions = (tools: ReviewTools): ActionsOfResource => ({
  decide: action({ right: 'loggedIn', record: 'key', body: DECIDE }, ({ ctx, id, body: asked }) =>
    decideOnce(tools, ctx, id, requestOf(asked)),
  ),

  /** Each task by itself: what cannot be decided is said, and does not keep the others. */
  decideMany: action({ right: 'loggedIn', body: DECIDE_MANY }, async ({ ctx, body: { ids, ...asked } }) => {
    const request = requestOf(asked);
    if (!['approve', 'return', 'reject'].includes(request.decision))
      throw refuse(400, 'REVIEW_DECISION_NOT_ALLOWED', { decision: request.decision }, 'decision');
    const answers = new Map<string, DecideManyAnswer>();
    const waiting = [...new Set(ids)];
    const decideNext = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
        answers.set(id, await decideOne(tools, ctx, id, request));
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, decideNext));
    return ids.map((id) => answers.get(id));
  }),
});

async function decideOnce(tools: ReviewTools, ctx: Context, taskId: string, request: DecideRequest): Promise<unknown> {
  const actor = actorOf(ctx);
  const key = ctx.get('Idempotency-Key');
  const work = async (transaction: Transaction): Promise<TaskRow> => {
    const task = await decideTask(tools, { taskId, actor, request }, transaction);
    const [row] = await presentTasks(tools, ctx, [task], transaction);
    return row;
  };
  const decideInside = async (transaction: Transaction): Promise<unknown> => {
    if (key === '' || actor.userId === null) return work(transaction);
    const content = { collection: 'hxReviewTasks', recordId: taskId, request };
    const claim = await claimKey(tools.db, { userId: actor.userId, key, content }, transaction);
    if ('answer' in claim) return claim.answer.body;
    const body = await work(transaction);
    await claim.remember({ status: 200, body });
    return body;
  };
  await tools.clock.calendar(); // before the transaction holds a connection
  // whose task it is has been asked: what is written is the review's own
  return runAsSystem(() => tools.db.sequelize.transaction(decideInside));
}

async function decideOne(
  tools: ReviewTools,
  ctx: Context,
  id: string,
  request: DecideRequest,
): Promise<DecideManyAnswer> {
  try {
    const seen = await tools.db.getModel('hxReviewTasks').findByPk(id);
    if (seen && !taskOf(seen as Model).canBatch) throw refuse(400, 'REVIEW_NOT_IN_BATCH');
    const options = { taskId: id, actor: actorOf(ctx), request };
    await tools.clock.calendar();
    await runAsSystem(() => tools.db.sequelize.transaction((transaction) => decideTask(tools, options, transaction)));
    return { id, ok: true };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { id, ok: false, errors: foundationOf(tools.app).errors.describer.entries(ctx, error.reasons, error.about) };
  }
}

function requestOf({ decision, opinion, values, toUserId, signerId, place }: BodyOf<typeof DECIDE>): DecideRequest {
  return {
    decision,
    opinion,
    values: values ?? {},
    ...(toUserId === null ? {} : { toUserId: Number(toUserId) }),
    ...(signerId === null ? {} : { signerId: Number(signerId) }),
    ...(place === null ? {} : { place }),
  };
}
