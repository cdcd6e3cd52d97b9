import { JOB_STATUS, type FlowNodeModel, type JobModel, type Processor } from '@nocobase/plugin-workflow';
import { STEPS } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';

const causes = new WeakMap<Processor, string>();
const passes = new WeakMap<Processor, Map<string, number>>();

/**
 * What the run is being taken up from: the job of ours that was decided, else the latest there was (NocoBase's own nodes
 * take runs up too), '0' at its beginning. A node that is reached again from the same cause is the same visit, repeated
 * after a crash; a loop or a matter that was sent back comes from another one.
 */
export function causeOf(processor: Processor): string {
  const { jobs } = processor.execution as unknown as { jobs?: JobModel[] };
  return causes.get(processor) ?? String(jobs?.at(-1)?.id ?? 0);
}

/**
 * Says that a run is at its very beginning, whatever jobs it has: started a second time (NocoBase's queue looks whether it
 * has begun before it claims it), it comes to the same visit.
 */
export function atBeginning(processor: Processor): void {
  causes.set(processor, '0');
}

/** Names a node's turn within what follows from one cause; taking it up again counts the same way. */
export function visitOf(node: FlowNodeModel, processor: Processor): string {
  const counts = passes.get(processor) ?? new Map<string, number>();
  passes.set(processor, counts);
  const cause = causeOf(processor);
  const key = `${cause}/${node.id}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  return `${cause}/${counts.get(key)}`;
}

/**
 * Runs what follows a piece of ours that has been decided, and says so once all of it is written: until then the sweep
 * takes the run up again. An error is for the sweep too; left to NocoBase, it would end the run for good.
 */
export async function goOn(
  tools: ReviewTools,
  processor: Processor,
  job: JobModel,
  follow: () => Promise<unknown>,
): Promise<void> {
  const before = causes.get(processor);
  causes.set(processor, String(job.id));
  try {
    processor.saveJob(job);
    if (!(await hasGoneOn(tools, processor, job))) await follow();
    await tools.db
      .getModel(STEPS)
      .update({ resumedAt: tools.clock.now() }, { where: { jobId: job.id, resumedAt: null } });
  } catch (error) {
    const { message, stack } = error as Error;
    tools.app.logger.error(`a run could not go on after job ${String(job.id)}, the sweep tries again: ${message}`, {
      stack,
    });
  } finally {
    if (before === undefined) causes.delete(processor);
    else causes.set(processor, before);
  }
}

/**
 * Whether what follows was begun before a crash: with a visit to a piece of ours everything up to it is written, and only
 * a parallel goes on after it. A loop that is told twice of the same turn would count it twice.
 */
async function hasGoneOn({ db }: ReviewTools, { execution }: Processor, job: JobModel): Promise<boolean> {
  if ((await db.getModel(STEPS).count({ where: { executionId: execution.id, causeJobId: job.id } })) === 0)
    return false;
  const open = await db
    .getModel('jobs')
    .findAll({ where: { executionId: execution.id, status: JOB_STATUS.PENDING }, attributes: ['result'] });
  // a parallel keeps null for a branch that it has not come to
  return !open.some((each) => {
    const result: unknown = each.get('result');
    return Array.isArray(result) && result.includes(null);
  });
}

/** Hands a job on as NocoBase does when an instruction returns it: to the node below, or to the branch it ends. */
export const passOn = (processor: Processor, node: FlowNodeModel, job: JobModel): Promise<unknown> =>
  job.status === JOB_STATUS.RESOLVED && node.downstream
    ? processor.run(node.downstream, job)
    : processor.end(node, job);
