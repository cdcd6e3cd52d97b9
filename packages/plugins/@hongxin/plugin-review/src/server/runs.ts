import { clock } from '@hongxin/plugin-foundation';
import {
  EXECUTION_STATUS,
  getExecutionLockKey,
  type ExecutionModel,
  type JobModel,
  type WorkflowModel,
} from '@nocobase/plugin-workflow';
import type { Application } from '@nocobase/server';
import type { Background } from './background';
import { Gathering } from './gathering';
import { workflowOf } from './workflow-of';

/** So many runs are taken on at once [default]: each holds a connection while its step is written. */
const AT_ONCE = 4;
/** As long as NocoBase holds a run, in milliseconds. */
const HELD = 60_000;

/**
 * Begins runs and takes them up, several at a time. NocoBase's queue takes one after the other, so that a morning's
 * reviews would wait for each other; it still gets what this process may not do: while the application is not there
 * yet or no more, and where another process is to run workflows.
 */
export class Runs {
  private readonly waiting: (() => void)[] = [];
  private underWay = 0;

  private readonly counts: Gathering<WorkflowModel>;

  constructor(
    private readonly app: () => Application,
    background: Background,
  ) {
    this.counts = new Gathering(background, 'counting runs', (workflows) => this.countAll(workflows));
  }

  /** NocoBase closes a version to changes once it has run, by its counters. */
  count(workflow: WorkflowModel): void {
    this.counts.add([workflow]);
  }

  /**
   * Begins a run that has been noted, with its workflow loaded. Calling it twice begins it once: it is claimed by one UPDATE.
   * @param context what the nodes are to see
   */
  async begin(execution: ExecutionModel, context: object): Promise<void> {
    if (!this.isHere()) {
      await execution.update({ context });
      return workflowOf(this.app()).start(execution);
    }
    await this.inTurn(() => this.held(execution.id, () => this.claimAndStart(execution, context)));
  }

  /** Takes a run up after one of its jobs has been settled. */
  async resume({ executionId, jobId }: { executionId: string; jobId: string }): Promise<void> {
    if (!this.isHere()) {
      const job = await this.jobOf(jobId);
      if (job) await workflowOf(this.app()).resume(job);
      return;
    }
    await this.inTurn(() => this.held(executionId, () => this.takeUp(executionId, jobId)));
  }

  private isHere(): boolean {
    return this.app().eventQueue.isConnected() && workflowOf(this.app()).serving();
  }

  private async claimAndStart(execution: ExecutionModel, context: object): Promise<void> {
    const { timeoutManager } = workflowOf(this.app());
    const startedAt = clock.now();
    const values = { context, startedAt, expiresAt: timeoutManager.getExpiresAt(execution, startedAt) };
    const where = { id: execution.id, status: EXECUTION_STATUS.STARTED, startedAt: null };
    const [claimed] = await this.app().db.getModel('executions').update(values, { where });
    if (claimed === 0) return;
    execution.set(values, { raw: true });
    await this.process(execution, (processor) => processor.start());
  }

  private async takeUp(executionId: string, jobId: string): Promise<void> {
    const execution = (await this.app().db.getModel('executions').findByPk(executionId)) as ExecutionModel | null;
    if (execution?.status !== EXECUTION_STATUS.STARTED) return;
    const job = await this.jobOf(jobId);
    if (!job) return;
    execution.workflow = await this.workflowOf(execution);
    job.execution = execution;
    await this.process(execution, (processor) => processor.resume(job));
  }

  private async process(
    execution: ExecutionModel,
    run: (processor: ReturnType<ReturnType<typeof workflowOf>['createProcessor']>) => Promise<unknown>,
  ): Promise<void> {
    const workflow = workflowOf(this.app());
    workflow.timeoutManager.scheduleExecutionTimeout(execution);
    try {
      await run(workflow.createProcessor(execution));
    } catch (error) {
      const { message, stack } = error as Error;
      workflow.getLogger(execution.workflowId).error(`execution (${execution.id}) error: ${message}`, { stack });
    }
    const forgotten = execution.workflow?.options?.deleteExecutionOnStatus as number[] | undefined;
    if (execution.status && forgotten?.includes(execution.status)) await execution.destroy();
  }

  /** As NocoBase does it: by its memory of what is enabled, which knows the nodes too. */
  async workflowOf(execution: ExecutionModel): Promise<WorkflowModel> {
    return workflowOf(this.app()).enabledCache.get(execution.workflowId) ?? (await execution.getWorkflow());
  }

  private async countAll(workflows: readonly WorkflowModel[]): Promise<void> {
    const { db } = this.app();
    for (const [model, key] of [
      ['workflowStats', 'key'],
      ['workflowVersionStats', 'id'],
    ] as const) {
      const runs = new Map<string, number>();
      for (const workflow of workflows) {
        const value = String(workflow.get(key));
        runs.set(value, (runs.get(value) ?? 0) + 1);
      }
      for (const [value, by] of runs) await db.getModel(model).increment('executed', { by, where: { [key]: value } });
    }
  }

  private jobOf(jobId: string): Promise<JobModel | null> {
    return this.app().db.getModel('jobs').findByPk(jobId) as Promise<JobModel | null>;
  }

  /** NocoBase's own lock of a run: two of its jobs are never taken up at once. */
  private async held(executionId: number | string, work: () => Promise<void>): Promise<void> {
    const lock = await this.app().lockManager.tryAcquire(getExecutionLockKey(executionId), HELD);
    await lock.runExclusive(work, HELD);
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    if (this.underWay >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.underWay += 1;
    try {
      await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.underWay -= 1;
    }
  }
}
