import type { Context, Next } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { rightsOf } from '../access/rights/rights';
import { languageOf, refuse } from '../errors';
import { handler } from '../handler';
import type { EventLog } from '../events';
import { currentIdentity, runAsSystem } from '../identity';
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
export function registerTraceActions(app: Application, { verify: compare, log, processes }: TraceDoors): void {
  /** @returns the scope an administrator has given the role on hxEvents, if any */
  const requireRight = async (action: 'view' | 'export'): Promise<Record<string, unknown>> => {
    const identity = currentIdentity();
    const rights = identity && identity.userId !== null ? rightsOf(app, identity) : null;
    if (!rights?.on(COLLECTION, action)) throw refuse(403, 'NOT_PERMITTED');
    return (await rights.scope(COLLECTION, action)) ?? {};
  };
  const events = () => app.db.getRepository(COLLECTION);
  const sort = ['-at', '-id'];

  async function list(ctx: Context, next: Next): Promise<void> {
    const scope = await requireRight('view');
    const { filter, page, pageSize } = traceQuery(ctx);
    const within = { $and: [filter, scope] };
    const [rows, count] = await events().findAndCount({
      filter: within,
      sort,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    ctx.body = { rows: traceLines(ctx, processes, rows), count, page, pageSize };
    await next();
  }

  async function options(ctx: Context, next: Next): Promise<void> {
    await requireRight('view');
    const language = languageOf(ctx);
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
    ctx.body = { collections, transitions: distinct([...own, ...steps]) };
    await next();
  }

  async function verify(ctx: Context, next: Next): Promise<void> {
    await requireRight('view');
    ctx.body = await compare();
    await next();
  }

  async function exportLines(ctx: Context, next: Next): Promise<void> {
    const scope = await requireRight('export');
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
    ctx.body = workbookOf([{ name: t('办理记录'), rows: [header, ...body] }]);
    await next();
  }

  app.resourceManager.define({
    name: 'hxTrace',
    only: ['list', 'options', 'verify', 'download'],
    actions: {
      list: handler(list),
      options: handler(options),
      verify: handler(verify),
      download: handler(exportLines),
    },
  });
  app.acl.allow('hxTrace', ['list', 'options', 'verify', 'download'], 'loggedIn');
}

function distinct(choices: readonly { value: string; label: string }[]): { value: string; label: string }[] {
  const known = new Map(choices.map((choice) => [choice.value, choice]));
  return [...known.values()];
}
