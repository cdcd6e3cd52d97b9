import { Op, type Model } from '@nocobase/database';
import { STEPS, stepOf, type ReviewTools } from '../steps/tools';
import { remind, timeOut } from '../steps/time-out';

/** Most steps handled in one go [default]; the next minute takes the rest. */
const AT_ONCE = 500;

async function due(tools: ReviewTools, where: object, order: string): Promise<string[]> {
  const rows = (await tools.db
    .getModel(STEPS)
    .findAll({ where: { state: 'pending', ...where }, order: [[order, 'ASC']], limit: AT_ONCE })) as Model[];
  return rows.map((row) => stepOf(row).id);
}

export async function remindDue(tools: ReviewTools): Promise<void> {
  const where = { remindAt: { [Op.lte]: tools.clock.now() }, remindedAt: null };
  for (const id of await due(tools, where, 'remindAt')) await remind(tools, id);
}

export async function timeOutDue(tools: ReviewTools): Promise<void> {
  const where = { dueAt: { [Op.lte]: tools.clock.now() }, overdueNoticedAt: null };
  for (const id of await due(tools, where, 'dueAt')) await timeOut(tools, id);
}
