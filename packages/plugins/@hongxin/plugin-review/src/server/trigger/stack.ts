import type { Transaction } from '@nocobase/database';
import type { ExecutionModel, WorkflowModel } from '@nocobase/plugin-workflow';
import type { Application } from '@nocobase/server';

/**
 * The runs within which an event happened, so that a workflow whose own step causes its trigger does not start itself
 * over and over (NocoBase's limit, `options.stackLimit`, default 1).
 * @param executionId run whose node performed the transition, as the event keeps it
 * @returns 'full' when the workflow is in it already
 */
export async function stackOf(
  app: Application,
  workflow: WorkflowModel,
  executionId: unknown,
  transaction?: Transaction,
): Promise<(number | string)[] | undefined | 'full'> {
  if (executionId === undefined || executionId === null) return undefined;
  const executions = app.db.getModel('executions');
  const parent = (await executions.findByPk(String(executionId), { transaction })) as ExecutionModel | null;
  if (!parent) return undefined;
  const stack = [...(parent.stack ?? []), parent.id];
  const within = await executions.count({ where: { id: stack, key: workflow.key }, transaction });
  if (within < (workflow.options?.stackLimit ?? 1)) return stack;
  app.logger.info(`workflow ${workflow.key} is not started from within itself (run ${String(executionId)})`);
  return 'full';
}
