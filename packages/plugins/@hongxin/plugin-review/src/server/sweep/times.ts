import { Op, type Model } from '@nocobase/database';
import { STEPS, stepOf } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';
import { TASKS } from '../../shared/constants';
import { termsOf } from '../node/terms';
import { peekStep } from '../steps/candidates';
import { turnTimes } from '../steps/open-tasks';
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

/** Deadlines that could not be told when the turn began, because a year's holidays were not announced; told once they are. */
export async function dateUndated(tools: ReviewTools): Promise<void> {
  for (const id of await due(tools, { dueAt: null }, 'id')) {
    const locked = await peekStep(tools, id);
    const node = locked && ((await tools.db.getModel('flow_nodes').findByPk(locked.step.nodeId)) as Model | null);
    if (!locked || !node) continue;
    const { row, step, record } = locked;
    const terms = termsOf({ type: String(node.get('type')), title: step.title, config: node.get('config') });
    if (!terms.deadline) continue;
    const times = await turnTimes(tools, terms, record, step.startedAt);
    if (!times.dueAt) continue;
    await row.update(times);
    const where = { stepId: id, state: 'pending', dueAt: null };
    await tools.db.getModel(TASKS).update({ dueAt: times.dueAt }, { where });
  }
}
