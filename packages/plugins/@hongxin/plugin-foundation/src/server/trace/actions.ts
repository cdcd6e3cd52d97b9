import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { rightsOf } from '../access/rights/rights';
import type { EventLog } from '../events';
import { currentIdentity, runAsSystem } from '../identity';
import { action, type ActionCall, type ActionsOfResource } from '../own-actions';
import type { TransitionService } from '../transitions';
import { workbookOf } from '../workbook';
import { ALL_CHAINS } from './head-of-heads';
import { EVENT_LABELS } from './labels';
import { collectionTitle, traceLines } from './lines';
import { traceQuery } from './query';
import type { Verification } from './verify';

/** Most lines of one exported workbook [default]. */
const EXPORT_MAX = 20_000;
const COLLECTION = 'hxEvents';
const VIEW = { right: 'hxEvents:view' } as const;
const EXPORT = { right: 'hxEvents:export' } as const;

/** What the viewer of the log shows and does. */
export interface TraceDoors {
  verify(this: void): Promise<Verification>;
  log: EventLog;
  processes: Pick<TransitionService, 'shown' | 'processOf'>;
}

/**
 * The resource `hxTrace`, for whoever NocoBase's role tables let view hxEvents: `list`, `options` (what can be chosen
 * in the filter), `verify`; and `download` (Excel), for whoever may export it.
 */
export function traceActions(app: Application, { verify: compare, log, processes }: TraceDoors): ActionsOfResource {
  /** @returns the scope an administrator has given the role on hxEvents, if any */
  const scopeOf = async (right: 'view' | 'export'): Promise<Record<string, unknown>> => {
    const identity = currentIdentity();
    return (identity && (await rightsOf(app, identity).scope(COLLECTION, right))) ?? {};
  };
  const events = () => app.db.getRepository(COLLECTION);
  const sort = ['-at', '-id'];

  async function list({ ctx }: ActionCall<typeof VIEW>) {
    const scope = await scopeOf('view');
    const { filter, page, pageSize } = traceQuery(ctx);
    const within = { $and: [filter, scope] };
    const [rows, count] = await events().findAndCount({
      filter: within,
      sort,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    return { rows: traceLines(ctx, processes, rows), count, page, pageSize };
  }

  async function options({ ctx, language }: ActionCall<typeof VIEW>) {
    const heads: Model[] = await app.db.getRepository('hxEventHeads').find({
      filter: { collectionName: { $ne: ALL_CHAINS } },
      sort: ['collectionName'],
    });
    const collections = heads.map((head) => {
      const value = String(head.get('collectionName'));
      return { value, label: collectionTitle(ctx, value) };
    });
    const own = Object.entries(EVENT_LABELS).map(([value, label]) => ({ value, label: label[language] }));
    const definitions = collections.flatMap(({ value }) => processes.processOf(value)?.definition ?? []);
    const steps = definitions.flatMap((process) =>
      Object.entries(process.transitions).map(([value, { label }]) => ({ value, label: label[language] })),
    );
    return { collections, transitions: distinct([...own, ...steps]) };
  }

  async function exportLines({ ctx }: ActionCall<typeof EXPORT>) {
    const scope = await scopeOf('export');
    const { filter } = traceQuery(ctx);
    const rows = await events().find({ filter: { $and: [filter, scope] }, sort, limit: EXPORT_MAX });
    const lines = traceLines(ctx, processes, rows);
    const t = (text: string) => String(ctx.t(text, { ns: '@hongxin/plugin-foundation' }));
    const header = ['时间', '数据表', '记录编号', '操作', '原状态', '新状态', '操作人', '意见', '字段', '补充信息'].map(
      t,
    );
    const body = lines.map((line) => [
      line.at,
      line.collectionTitle,
      line.recordId,
      line.label,
      line.from,
      line.to,
      line.actorName ?? t('系统'),
      line.opinion,
      line.fields.join('、'),
      Object.keys(line.details).length > 0 ? JSON.stringify(line.details) : null,
    ]);
    const asked = Object.keys(ctx.action.params).filter((name) =>
      ['collection', 'recordId', 'transition', 'actor', 'actorId', 'from', 'to'].includes(name),
    );
    const entry = {
      collectionName: COLLECTION,
      recordId: '*',
      transition: 'export',
      actorId: currentIdentity()?.userId ?? null,
      details: { rows: lines.length, filter: asked },
    };
    await app.db.sequelize.transaction((transaction) => runAsSystem(() => log.append(entry, transaction)));
    ctx.withoutDataWrapping = true;
    ctx.set('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    return workbookOf([{ name: t('办理记录'), rows: [header, ...body] }]);
  }

  return {
    list: action(VIEW, list),
    options: action(VIEW, options),
    verify: action(VIEW, compare),
    download: action(EXPORT, exportLines),
  };
}

function distinct(choices: readonly { value: string; label: string }[]): { value: string; label: string }[] {
  const known = new Map(choices.map((choice) => [choice.value, choice]));
  return [...known.values()];
}
