import { action, type ActionsOfResource } from '@hongxin/plugin-foundation';
import { areaLevelOf, subtreeRange } from '@hongxin/rules/mechanism';
import type { Context } from '@nocobase/actions';
import { literal, Op, type Model } from '@nocobase/database';
import { BOXES, COPIES, TASKS, type Box } from '../../../shared/constants';
import type { Counts, TaskRow } from '../../../shared/contract';
import { mandatesOf } from '../../delegations/deputies';
import { termsOfStep } from '../../steps/candidates';
import { STEPS, taskOf } from '../../steps/rows';
import type { ReviewTools } from '../../steps/tools';
import { currentSteps, isoOrNull, presentTasks } from './present-task';
import { pageOf, queryOf } from '../../common/request';

type Where = Record<string | symbol, unknown>;

/** GET hxReviewTasks:mine and :counts: the task centre's boxes. */
export function mineActions(tools: ReviewTools): ActionsOfResource {
  const mine = action({ right: 'loggedIn' }, async ({ ctx, userId }) => {
    const query = queryOf(ctx);
    const { page, pageSize, offset } = pageOf(query);
    const read = query.box === 'copied' ? copied : boxesOf(query.box);
    const { rows, count } = await read(tools, ctx, userId, query, { limit: pageSize, offset });
    return { count, rows, page, pageSize, totalPage: Math.ceil(count / pageSize) };
  });

  const counts = action({ right: 'loggedIn' }, async ({ userId }) => {
    const pending = await pendingWhere(tools, userId);
    const tasks = tools.db.getModel(TASKS);
    const answer: Counts = {
      pending: await tasks.count({ where: pending }),
      overdue: await tasks.count({ where: { ...pending, dueAt: { [Op.lt]: tools.clock.now() } } }),
      copied: await tools.db.getModel(COPIES).count({ where: { userId, readAt: null } }),
    };
    return answer;
  });

  return { mine, counts };
}

/** A holder's own tasks, and those of the people they stand in for; what is no longer theirs has been handed over before. */
export async function pendingWhere(tools: ReviewTools, userId: number): Promise<Where> {
  await tools.mandates.settle(userId);
  const mandates = await mandatesOf(tools, userId);
  if (mandates.length === 0) return { userId, state: 'pending' };
  const others = mandates.map((mandate) =>
    mandate.processes.length > 0
      ? { userId: mandate.userId, processKey: mandate.processes }
      : { userId: mandate.userId },
  );
  const ownMatters = await ownMattersAmong(tools, { state: 'pending', applicantId: userId, [Op.or]: others });
  const notOwn = ownMatters.length > 0 ? { id: { [Op.notIn]: ownMatters } } : {};
  return { state: 'pending', ...notOwn, [Op.or]: [{ userId }, ...others] };
}

/** Of the applicant's own matters those that they may not decide for another either. */
async function ownMattersAmong({ db }: ReviewTools, where: Where): Promise<string[]> {
  const found: string[] = [];
  for (const task of ((await db.getModel(TASKS).findAll({ where })) as Model[]).map(taskOf)) {
    const terms = await termsOfStep({ db }, { nodeId: task.nodeId, title: task.stepTitle });
    if (terms?.excludeApplicant !== false) found.push(task.id);
  }
  return found;
}

type Page = { limit: number; offset: number };
type Read = (
  tools: ReviewTools,
  ctx: Context,
  userId: number,
  query: Record<string, string>,
  page: Page,
) => Promise<{ rows: TaskRow[]; count: number }>;

type TaskBox = Exclude<Box, 'copied'>;

/** Several boxes of one's own tasks are one list, e.g. `pending,done`; unknown names are the pending one. */
function boxesOf(names: string | undefined): Read {
  const known = (names ?? '')
    .split(',')
    .filter((name): name is TaskBox => BOXES.includes(name as Box) && name !== 'copied');
  const boxes: TaskBox[] = known.length > 0 ? known : ['pending'];
  const [box] = boxes;
  return async (tools, ctx, userId, query, page) => {
    const own: Where[] = [];
    for (const name of boxes) own.push(await boxWhere(tools, name, userId));
    const settled = box === 'started' ? runState(tools, query.settled) : [];
    const where = { [Op.and]: [{ [Op.or]: own }, ...settled, ...filters(tools, query)] };
    const model = tools.db.getModel(TASKS);
    const order =
      box === 'pending'
        ? ([literal('"dueAt" ASC NULLS LAST'), ['startedAt', 'ASC'], ['id', 'ASC']] as never)
        : ([['id', 'DESC']] as never);
    const count = await model.count({ where });
    const found = (await model.findAll({ where, order, ...page })) as Model[];
    const rows = await presentTasks(tools, ctx, found.map(taskOf));
    if (box !== 'started') return { rows, count };
    for (const row of rows) {
      row.current = (await currentSteps(tools, row.collectionName, [row.recordId])).get(row.recordId) ?? [];
    }
    return { rows, count };
  };
}

async function boxWhere(tools: ReviewTools, box: Exclude<Box, 'copied'>, userId: number): Promise<Where> {
  if (box === 'pending') return pendingWhere(tools, userId);
  if (box === 'done') {
    const own = { userId, state: { [Op.notIn]: ['pending', 'waiting', 'reassigned'] } };
    return { [Op.or]: [own, { decidedById: userId }] };
  }
  // of each record the applicant started, the task that came last
  const table = tools.db.getCollection(TASKS).quotedTableName();
  const latest = `(SELECT MAX(t."id") FROM ${table} t WHERE t."applicantId" = ${userId} GROUP BY t."collectionName", t."recordId")`;
  return { applicantId: userId, id: { [Op.in]: literal(latest) } };
}

/** Whether what one has started is still under review. */
function runState({ db }: ReviewTools, settled: string | undefined): Where[] {
  if (settled !== 'true' && settled !== 'false') return [];
  const [steps, tasks] = [STEPS, TASKS].map((name) => db.getCollection(name).quotedTableName());
  const waiting = `(SELECT t."id" FROM ${tasks} t WHERE EXISTS (SELECT 1 FROM ${steps} s WHERE s.state = 'pending'
    AND s."collectionName" = t."collectionName" AND s."recordId" = t."recordId"))`;
  return [{ id: { [settled === 'true' ? Op.notIn : Op.in]: literal(waiting) } }];
}

/** The filters of the task centre. */
export function filters({ clock }: ReviewTools, query: Record<string, string>): Where[] {
  const all: Where[] = [];
  if (query.process) all.push({ processKey: query.process });
  if (query.workflowKey) all.push({ workflowKey: query.workflowKey });
  if (areaLevelOf(query.areaCode ?? '') !== null) {
    const { from, to } = subtreeRange(query.areaCode);
    all.push({ areaCode: { [Op.gte]: from, [Op.lt]: to } });
  }
  if (query.overdue === 'true' || query.overdue === '1') all.push({ dueAt: { [Op.lt]: clock.now() } });
  const before = query.dueBefore ? new Date(query.dueBefore) : null;
  if (before && !Number.isNaN(before.getTime())) all.push({ dueAt: { [Op.lt]: before } });
  if (query.keyword) {
    const like = { [Op.iLike]: `%${query.keyword.slice(0, 100).replace(/[\\%_]/g, '\\$&')}%` };
    all.push({ [Op.or]: [{ title: like }, { recordTitle: like }, { number: like }] });
  }
  return all;
}

const copied: Read = async (tools, ctx, userId, query, page) => {
  const process = query.process ? { processKey: query.process } : {};
  const model = tools.db.getModel(COPIES);
  const read = { true: { readAt: { [Op.ne]: null } }, false: { readAt: null } }[query.settled ?? ''];
  const where = { userId, ...process, ...read };
  const count = await model.count({ where });
  const found = (await model.findAll({ where, order: [['id', 'DESC']], ...page })) as Model[];
  const tasks = found.map((row) => ({
    ...taskOf(row),
    stepTitle: '',
    state: 'pending',
    rule: null,
    startedAt: row.get('createdAt') as Date,
    dueAt: null,
  }));
  const rows = await presentTasks(tools, ctx, tasks);
  return {
    count,
    rows: rows.map((row, index) => ({
      ...row,
      overdue: false,
      readAt: isoOrNull(found[index].get('readAt') as Date | null),
    })),
  };
};
