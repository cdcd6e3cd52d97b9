import { currentIdentity, recordVisibleTo, refuse } from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';
import { Op, type Model } from '@nocobase/database';
import { COPIES, TASKS } from '../../shared/constants';
import { covers, mandatesOf } from '../delegation/deputies';
import { taskOf, type ReviewTools, type TaskRecord } from '../steps/tools';

/** How a reader comes to see a task. */
export type Standing = 'holder' | 'deputy' | 'involved' | 'supervisor';

/**
 * @throws Refusal 404 for whoever has nothing to do with the task
 */
export async function standingOf(tools: ReviewTools, ctx: Context, task: TaskRecord): Promise<Standing> {
  const readerId = Number(ctx.state.currentUser?.id);
  if (task.userId === readerId) return 'holder';
  const mandates = await mandatesOf(tools.db, readerId, tools.clock.now());
  if (covers(mandates, task.userId, task.processKey)) return 'deputy';
  if (task.decidedById === readerId || task.applicantId === readerId) return 'involved';
  const scope = supervisionScope(ctx);
  if (scope) {
    const filter = { $and: [{ id: task.id }, scope] };
    if ((await tools.db.getRepository(TASKS).count({ filter })) > 0) return 'supervisor';
  }
  throw refuse(404, 'RECORD_NOT_FOUND');
}

/**
 * Which tasks a reader supervises: all for the city and administrators, those of their places for officials.
 * @returns a filter of NocoBase, or null for whoever supervises nothing
 */
export function supervisionScope(ctx: Context): Record<string, unknown> | null {
  const identity = currentIdentity();
  const roles: readonly string[] = ctx.state.currentRoles ?? [ctx.state.currentRole];
  if (identity?.isAdministrator || roles.includes('hx-city')) return {};
  return roles.includes('hx-official') ? { areaCode: { $hxInAreasOf: 'hx-official' } } : null;
}

/** Whether a reader may see how a record goes: by their roles, or because they have to do with it. */
export async function needRecordInterest(
  tools: ReviewTools,
  ctx: Context,
  collectionName: string,
  recordId: string,
): Promise<void> {
  const collection = tools.db.getCollection(collectionName);
  if (!collection) throw refuse(404, 'RECORD_NOT_FOUND');
  if (await recordVisibleTo(ctx, collection, recordId)) return;
  const readerId = Number(ctx.state.currentUser?.id);
  const about = { collectionName, recordId };
  const mine = { [Op.or]: [{ userId: readerId }, { decidedById: readerId }, { applicantId: readerId }] };
  const tasks = (await tools.db.getModel(TASKS).count({ where: { ...about, ...mine } })) > 0;
  if (tasks || (await tools.db.getModel(COPIES).count({ where: { ...about, userId: readerId } })) > 0) return;
  const mandates = await mandatesOf(tools.db, readerId, tools.clock.now());
  const held = mandates.length
    ? ((await tools.db
        .getModel(TASKS)
        .findAll({ where: { ...about, userId: mandates.map(({ userId }) => userId) } })) as Model[])
    : [];
  if (held.map(taskOf).some(({ userId, processKey }) => covers(mandates, userId, processKey))) return;
  throw refuse(404, 'RECORD_NOT_FOUND');
}
