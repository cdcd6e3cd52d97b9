import type { Transaction } from '@nocobase/database';
import type { JobModel, Processor } from '@nocobase/plugin-workflow';

/** NocoBase keeps jobs in memory until a run pauses; what it has not written yet. */
interface Unsaved {
  jobsToSave: Map<string, JobModel>;
}

/**
 * Writes a job in the caller's transaction, and before it the jobs of the nodes the run has come through: without them
 * a run that is taken up after a crash would not know their results, nor how often a loop has been round.
 */
export async function saveJobNow(
  processor: Processor,
  values: {
    status: number;
    result: unknown;
    nodeId: number;
    nodeKey: string | null;
    upstreamId: number | string | null;
  },
  transaction: Transaction,
): Promise<JobModel> {
  const job = processor.saveJob(values);
  for (const each of (processor as unknown as Unsaved).jobsToSave.values()) {
    if (each.isNewRecord || each.changed()) await each.save({ transaction });
  }
  return job;
}
