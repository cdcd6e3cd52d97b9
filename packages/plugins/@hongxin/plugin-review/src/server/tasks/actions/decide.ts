import {
  actorOf,
  claimKey,
  EXPECTED,
  expectedIds,
  foundationOf,
  isRefusal,
  refuse,
  runAsSystem,
} from '@hongxin/plugin-foundation';
import type { Context, Next } from '@nocobase/actions';
import type { Model, Transaction } from '@nocobase/database';
import type { DecideManyAnswer, DecideRequest, TaskRow } from '../../../shared/contract';
import { DECISIONS, type Decision } from '../../../shared/constants';
import { decideTask } from '../../steps/decide';
import { taskOf } from '../../steps/rows';
import type { ReviewTools } from '../../steps/tools';
import { presentTasks } from './present-task';
import { bodyOf, idOf, textOrNull } from '../../common/request';

/** Most tasks decided at once [default]. */
const MOST_AT_ONCE = 100;

/** POST hxReviewTasks:decide/<id> and :decideMany (contract, architecture.md §4). */
export function decideActions(tools: ReviewTools) {
  async function decide(ctx: Context, next: Next): Promise<void> {
    const taskId = idOf(ctx);
    const request = decideRequest(bodyOf(ctx));
    ctx.body = await decideOnce(tools, ctx, taskId, request);
    await next();
  }

  /** Each task by itself: what cannot be decided is said, and does not keep the others. */
  async function decideMany(ctx: Context, next: Next): Promise<void> {
    const { ids, ...body } = bodyOf(ctx);
    const request = decideRequest(body);
    if (!Array.isArray(ids) || ids.length === 0 || ids.length > MOST_AT_ONCE)
      throw refuse(400, 'BODY_FIELD_INVALID', { name: 'ids', expected: expectedIds(MOST_AT_ONCE) }, 'ids');
    if (!['approve', 'return', 'reject'].includes(request.decision))
      throw refuse(400, 'REVIEW_DECISION_NOT_ALLOWED', { decision: request.decision }, 'decision');
    const answers: DecideManyAnswer[] = [];
    for (const id of new Set(ids.map(String))) answers.push(await decideOne(tools, ctx, id, request));
    ctx.body = answers;
    await next();
  }

  return { decide, decideMany };
}

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
    if (!/^\d{1,19}$/.test(id)) throw refuse(400, 'ID_INVALID', { id: id.slice(0, 40) });
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

/** @throws Refusal 400 naming what has the wrong shape */
function decideRequest(body: Record<string, unknown>): DecideRequest {
  const { decision, values, toUserId, signerId, place } = body;
  if (decision === undefined || decision === null || decision === '')
    throw refuse(400, 'REVIEW_DECISION_MISSING', {}, 'decision');
  if (typeof decision !== 'string')
    throw refuse(400, 'BODY_FIELD_INVALID', { name: 'decision', expected: EXPECTED.text }, 'decision');
  if (!DECISIONS.includes(decision as Decision))
    throw refuse(400, 'REVIEW_DECISION_UNKNOWN', { decision: decision.slice(0, 40) }, 'decision');
  if (values !== undefined && values !== null && (typeof values !== 'object' || Array.isArray(values)))
    throw refuse(400, 'BODY_FIELD_INVALID', { name: 'values', expected: EXPECTED.object }, 'values');
  return {
    decision: decision as Decision,
    opinion: textOrNull(body, 'opinion'),
    values: (values as Record<string, unknown> | null | undefined) ?? {},
    ...(toUserId === undefined ? {} : { toUserId: Number(toUserId) }),
    ...(signerId === undefined ? {} : { signerId: Number(signerId) }),
    ...(place === undefined ? {} : { place: place as DecideRequest['place'] }),
  };
}
