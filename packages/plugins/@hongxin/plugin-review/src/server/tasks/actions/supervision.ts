import {
  action,
  foundationOf,
  languageOf,
  refuse,
  runAsSystem,
  type ActionsOfResource,
} from '@hongxin/plugin-foundation';
import { REVIEW_STATE_LABELS } from '@hongxin/rules/review';
import type { Context } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import { TASKS } from '../../../shared/constants';
import type { SupervisionRow, TaskRow } from '../../../shared/contract';
import { startOfToday } from '../../delegations/deputies';
import { taskOf } from '../../steps/rows';
import type { ReviewTools } from '../../steps/tools';
import { supervisionScope } from './involved';
import { presentTasks } from './present-task';
import { pageOf, queryOf } from '../../common/request';
import { workbookOf } from './workbook';
import { writtenMoment } from './moment';

/** Most rows of one export [default], as NocoBase's own. */
const MOST_EXPORTED = 2000;

type Filter = { $and: Record<string, unknown>[] };

/** 督办: what waits where and how long, overdue first, for those in charge of the place. */
export function supervisionActions(tools: ReviewTools): ActionsOfResource {
  /** GET hxReviewTasks:supervision */
  const supervision = action({ right: 'list' }, async ({ ctx }) => {
    const { page, pageSize, offset } = pageOf(queryOf(ctx));
    const filter = supervisionFilter(tools, ctx);
    const count = await tools.db.getRepository(TASKS).count({ filter });
    const rows = await waitingTasks(tools, ctx, filter, { limit: pageSize, offset });
    const today = startOfToday(tools.clock.now());
    const answer: SupervisionRow[] = rows.map((row) => ({
      ...row,
      canUrge: row.urgedAt === null || new Date(row.urgedAt) < today,
    }));
    return { count, rows: answer, page, pageSize, totalPage: Math.ceil(count / pageSize) };
  });

  /** GET hxReviewTasks:supervisionExport: the same as an Excel sheet; the export leaves a trace. */
  const supervisionExport = action({ right: 'list' }, async ({ ctx, userId }) => {
    const filter = supervisionFilter(tools, ctx);
    const rows = await waitingTasks(tools, ctx, filter, { limit: MOST_EXPORTED, offset: 0 });
    const entry = {
      collectionName: TASKS,
      recordId: '*',
      transition: 'export',
      actorId: userId,
      details: { rows: rows.length },
    };
    await tools.db.sequelize.transaction((transaction) =>
      runAsSystem(() => foundationOf(tools.app).events.append(entry, transaction)),
    );
    ctx.set('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent('审批督办.xlsx')}`);
    (ctx as Context & { withoutDataWrapping?: boolean }).withoutDataWrapping = true;
    return workbookOf('审批督办', rows.map(sheetRow(ctx)));
  });

  return { supervision, supervisionExport };
}

/** @throws Refusal 403 for whoever supervises nothing */
export function supervisionFilter({ clock }: ReviewTools, ctx: Context): Filter {
  const scope = supervisionScope(ctx);
  if (!scope) throw refuse(403, 'NOT_PERMITTED');
  const query = queryOf(ctx);
  const parts: Filter['$and'] = [{ state: 'pending' }, scope];
  if (query.process) parts.push({ processKey: query.process });
  // a child's code begins with its parent's
  if (/^\d{6,20}$/.test(query.areaCode ?? '')) parts.push({ areaCode: { $startsWith: query.areaCode } });
  if (query.overdue === 'true' || query.overdue === '1') parts.push({ dueAt: { $lt: clock.now() } });
  if (/^\d+$/.test(query.holderId ?? '')) parts.push({ userId: Number(query.holderId) });
  return { $and: parts };
}

async function waitingTasks(
  tools: ReviewTools,
  ctx: Context,
  filter: Filter,
  page: { limit: number; offset: number },
): Promise<TaskRow[]> {
  const now = tools.clock.now();
  const late = { $and: [filter, { dueAt: { $lt: now } }] };
  const timely = { $and: [filter, { $or: [{ dueAt: null }, { dueAt: { $gte: now } }] }] };
  const repository = tools.db.getRepository(TASKS);
  // overdue first and longest first; NocoBase's sort cannot put "no deadline" last
  const lateCount = await repository.count({ filter: late });
  const first: Model[] =
    page.offset < lateCount ? await repository.find({ filter: late, sort: ['dueAt', 'id'], ...page }) : [];
  const left = page.limit - first.length;
  const offset = Math.max(0, page.offset - lateCount);
  const second: Model[] =
    left > 0 ? await repository.find({ filter: timely, sort: ['startedAt', 'id'], limit: left, offset }) : [];
  return presentTasks(tools, ctx, [...first, ...second].map(taskOf));
}

const sheetRow =
  (ctx: Context) =>
  (row: TaskRow): Record<string, string | number> => {
    const language = languageOf(ctx);
    const local = (text: string | null): string => (text === null ? '' : writtenMoment(new Date(text)));
    return {
      流程: row.collectionTitle,
      步骤: row.stepTitle,
      事项: row.recordTitle,
      编号: row.number ?? '',
      区域: row.areaName ?? row.areaCode ?? '',
      审批人: row.holder?.nickname ?? '',
      到达时间: local(row.startedAt),
      截止时间: local(row.dueAt),
      是否超时: row.overdue ? '是' : '否',
      '等待（工作小时）': row.waitingMinutes === null ? '' : Math.round(row.waitingMinutes / 6) / 10,
      催办时间: local(row.urgedAt),
      状态: REVIEW_STATE_LABELS[row.state]?.[language] ?? row.state,
    };
  };
