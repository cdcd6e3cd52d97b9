import { callerAreas, recordVisibleTo, refuse } from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';
import { Op, type Model } from '@nocobase/database';
import { COPIES, TASKS } from '../../../shared/constants';
import { standsFor } from '../../steps/entitled';
import { taskOf, type TaskRecord } from '../../steps/rows';
import type { ReviewTools } from '../../steps/tools';

const isOpen = ({ state }: TaskRecord): boolean => state === 'pending' || state === 'waiting';

/** How a reader comes to see a task. */
export type Standing = 'holder' | 'deputy' | 'involved' | 'supervisor';

/**
 * @throws Refusal 404 for whoever has nothing to do with the task
 */
export async function standingOf(tools: ReviewTools, ctx: Context, task: TaskRecord): Promise<Standing> {
  const readerId = Number(ctx.state.currentUser?.id);
  if (isOpen(task)) {
    const standing = await standsFor(tools, task, readerId);
    if (standing) return standing;
  } else if (task.userId === readerId && task.state !== 'reassigned') return 'involved';
  if (task.decidedById === readerId || task.applicantId === readerId) return 'involved';
  const scope = supervisionScope(ctx);
  if (scope) {
    const filter = { $and: [{ id: task.id }, scope] };
    if ((await tools.db.getRepository(TASKS).count({ filter })) > 0) return 'supervisor';
  }
  throw refuse(404, 'RECORD_NOT_FOUND');
}

/**
 * Which tasks a reader supervises: those of the places where their roles show them tasks of others.
 * @returns a filter of NocoBase, or null for whoever supervises nothing
 */
export function supervisionScope(ctx: Context): Record<string, unknown> | null {
  const areas = callerAreas(ctx.app, TASKS, 'list');
  if (areas === undefined) return null;
  if (areas === null) return {};
  // no post at the moment: no place, and so no task
  if (areas.length === 0) return { areaCode: { $in: [] } };
  return { $or: areas.map(({ from, to }) => ({ areaCode: { $gte: from, $lt: to } })) };
}

/** Whether a reader may see how a record goes: by their roles, or because they have to do with it. */
export async function requireRecordInterest(
  tools: ReviewTools,
  ctx: Context,
  collectionName: string,
  recordId: string,
): Promise<void> {
  const collection = tools.db.getCollection(collectionName);
  if (!collection) throw refuse(404, 'RECORD_NOT_FOUND');
  if (await recordVisibleTo(ctx, collection, recordId)) return;
  const readerId = Number(ctx.state.currentUser?.id);
  if (await tookPart(tools, readerId, collectionName, recordId)) return;
  throw refuse(404, 'RECORD_NOT_FOUND');
}

/** Whether somebody has applied, decided, been sent a copy, or has to decide now, for themselves or for another. */
export async function tookPart(
  tools: ReviewTools,
  readerId: number,
  collectionName: string,
  recordId: string,
): Promise<boolean> {
  const about = { collectionName, recordId };
  const over = { userId: readerId, state: { [Op.notIn]: ['pending', 'waiting', 'reassigned'] } };
  const mine = { [Op.or]: [over, { decidedById: readerId }, { applicantId: readerId }] };
  if ((await tools.db.getModel(TASKS).count({ where: { ...about, ...mine } })) > 0) return true;
  if ((await tools.db.getModel(COPIES).count({ where: { ...about, userId: readerId } })) > 0) return true;
  const where = { ...about, state: ['pending', 'waiting'] };
  const open = ((await tools.db.getModel(TASKS).findAll({ where })) as Model[]).map(taskOf);
  for (const task of open) if (await standsFor(tools, task, readerId)) return true;
  return false;
}
