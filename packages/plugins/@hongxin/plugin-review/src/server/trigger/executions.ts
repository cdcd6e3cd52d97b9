import { clock } from '@hongxin/plugin-foundation';
import { EXECUTION_STATUS, type ExecutionModel, type WorkflowModel } from '@nocobase/plugin-workflow';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { TransitionContextVariables } from '../../shared/config';
import { TRIGGER_TYPE } from '../../shared/constants';
import type { Background } from '../background';
import type { Runs } from '../runs';

/** What noting a run needs. */
export interface RunTools {
  app: Application;
  background: Background;
  runs: Runs;
}

/** A run that has been noted and not begun: it carries the key of the record, and the rest is loaded when it begins. */
export interface NotedRun {
  workflow: WorkflowModel;
  eventKey: string;
  context: Omit<TransitionContextVariables, 'data'> & { recordId: string };
  stack?: (number | string)[];
}

/**
 * Notes runs in the transaction of what they are for: they exist exactly when it does, whatever dies afterwards. The
 * unique event key keeps every other way of noting the same one (another process, the sweep) from doubling it. Only that
 * key: two rows that drew one id are an error, never a run that is missing in silence.
 */
export async function noteRuns(tools: RunTools, runs: readonly NotedRun[], transaction?: Transaction): Promise<void> {
  if (runs.length === 0) return;
  const now = clock.now();
  const rows = runs.map(({ workflow, eventKey, context: { recordId, ...context }, stack }) => ({
    workflowId: workflow.id,
    key: workflow.key,
    eventKey,
    context: { ...context, data: { id: recordId } },
    stack: stack ?? null,
    // what NocoBase calls a deferred run: nobody begins it but who knows it
    dispatched: true,
    status: EXECUTION_STATUS.STARTED,
    createdAt: now,
    updatedAt: now,
  }));
  // writing its own key anew leaves a run that is there as it was
  const onConflict = { conflictAttributes: ['eventKey'], updateOnDuplicate: ['eventKey'] };
  const executions = tools.app.db.getModel('executions');
  const noted = await executions.bulkCreate(rows, { ...onConflict, returning: true, transaction });
  for (const execution of noted as ExecutionModel[])
    tools.background.afterCommit(transaction, 'beginning a noted run', () => launch(tools, execution));
}

/**
 * Begins a noted run, with the record as it is now and what the trigger wants to append. Calling it twice begins it once.
 */
export async function launch({ app, runs }: RunTools, execution: ExecutionModel): Promise<void> {
  if (execution.startedAt || execution.status !== EXECUTION_STATUS.STARTED) return;
  const workflow = await runs.workflowOf(execution);
  const context = execution.context as TransitionContextVariables;
  const data = workflow && (await loadRecord(app, workflow, context.collectionName, String(context.data.id)));
  if (!workflow || !data) {
    await execution.update({ status: EXECUTION_STATUS.CANCELED });
    return;
  }
  execution.workflow = workflow;
  runs.count(workflow);
  await runs.begin(execution, { ...context, data });
}

/** The record as the nodes see it. @returns null when it is gone */
export async function loadRecord(
  app: Application,
  workflow: Pick<WorkflowModel, 'config'>,
  collectionName: string,
  recordId: string,
): Promise<Record<string, unknown> | null> {
  const repository = app.db.getCollection(collectionName)?.repository;
  const appends = (workflow.config as { appends?: string[] } | null)?.appends ?? [];
  const record: Model | null = (await repository?.findOne({ filterByTk: recordId, appends })) ?? null;
  return record ? (record.toJSON() as Record<string, unknown>) : null;
}

/** NocoBase writes since when a run is under way by the machine's time; the sweep compares it with the pack's. */
export function keepTimeOfRuns({ attributes }: { attributes?: { startedAt?: unknown } }): void {
  if (attributes?.startedAt instanceof Date) attributes.startedAt = clock.now();
}

/** The enabled workflows with this plugin's trigger, read anew: another process may just have enabled one. */
export async function enabledWorkflows(app: Application, transaction?: Transaction): Promise<WorkflowModel[]> {
  const read = async (): Promise<WorkflowModel[]> =>
    (await app.db
      .getModel('workflows')
      .findAll({ where: { type: TRIGGER_TYPE, enabled: true }, transaction })) as WorkflowModel[];
  if (!transaction) return read();
  // a batch asks for each of its records
  const known = readInside.get(transaction) ?? read();
  readInside.set(transaction, known);
  return known;
}

const readInside = new WeakMap<Transaction, Promise<WorkflowModel[]>>();
