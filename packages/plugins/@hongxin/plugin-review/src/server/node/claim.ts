import { Op } from '@nocobase/database';
import type { JobModel } from '@nocobase/plugin-workflow';
import { STEPS } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';

/** How long whoever takes a run up has for it before another may, in milliseconds [default]. */
export const CLAIM_KEPT = 120_000;

/** One process takes a run up after a decision; a second message for it, or another process, does nothing. */
export async function claimRun({ db, clock }: Pick<ReviewTools, 'db' | 'clock'>, job: JobModel): Promise<boolean> {
  const now = clock.now();
  const stale = new Date(now.getTime() - CLAIM_KEPT);
  const free = { [Op.or]: [{ resumeClaimedAt: null }, { resumeClaimedAt: { [Op.lt]: stale } }] };
  const where = { jobId: job.id, resumedAt: null, ...free };
  const values = { resumeClaimedAt: now, resumeTries: db.sequelize.literal('COALESCE("resumeTries", 0) + 1') };
  const [claimed] = await db.getModel(STEPS).update(values, { where });
  return claimed > 0;
}
