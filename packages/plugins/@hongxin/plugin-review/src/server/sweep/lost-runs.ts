import { EXECUTION_STATUS } from '@nocobase/plugin-workflow';
import { Op, type Model } from '@nocobase/database';
import { MOVE_TYPE, NODE_TYPE } from '../../shared/constants';
import { CLAIM_KEPT } from '../node/claim';
import { STEPS, stepOf } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';
import { workflowOf } from '../workflow-of';

/** How long the process that decided has to go on with the run, in milliseconds [default]. */
const GRACE = 10_000;
/** A run that has begun and written nothing for so long was lost with its process, in milliseconds [default]. */
const LOST_AFTER = 300_000;

/** How often a run is taken up before it counts as failed [default]: ten minutes, a restart of the database included. */
const MOST_TRIES = 5;

const SETTLED = ['approved', 'returned', 'rejected'];

/**
 * Decided reviews and moves whose run has not said that it went on: the process died in between, or what follows failed.
 * Whether it did is never guessed from the run's jobs, which hang elsewhere when the piece is the last of a branch.
 */
export async function resumeLost({ app, db, clock }: ReviewTools): Promise<void> {
  const now = clock.now().getTime();
  const rows = (await db.getModel(STEPS).findAll({
    where: {
      state: SETTLED,
      resumedAt: null,
      settledAt: { [Op.lt]: new Date(now - GRACE) },
      [Op.or]: [{ resumeClaimedAt: null }, { resumeClaimedAt: { [Op.lt]: new Date(now - CLAIM_KEPT) } }],
    },
    order: [['id', 'ASC']],
    limit: 500,
  })) as Model[];
  for (const row of rows) {
    const { jobId, executionId } = stepOf(row);
    const execution = (await db.getModel('executions').findByPk(executionId)) as Model | null;
    const isOpen = execution?.get('status') === EXECUTION_STATUS.STARTED;
    const job = isOpen ? await db.getRepository('jobs').findOne({ filterByTk: jobId }) : null;
    const isGivenUp = isOpen && Number(row.get('resumeTries')) >= MOST_TRIES;
    if (job && !isGivenUp) {
      await workflowOf(app).resume(job);
      continue;
    }
    if (isGivenUp) {
      app.logger.error(`run ${executionId} could not go on after job ${jobId}; it is ended as failed`);
      await execution?.update({ status: EXECUTION_STATUS.ERROR });
    }
    // nothing is left to do for it: the sweep need not look at it again
    await row.update({ resumedAt: clock.now() });
  }
}

/** Runs that have begun, and whose process died before it had written the first thing: they begin anew. */
export async function restartLost({ app, db, clock }: ReviewTools): Promise<void> {
  const nodes = await db
    .getModel('flow_nodes')
    .findAll({ attributes: ['workflowId'], where: { type: [NODE_TYPE, MOVE_TYPE] }, group: ['workflowId'] });
  if (nodes.length === 0) return;
  const lostBefore = new Date(clock.now().getTime() - LOST_AFTER);
  const executions = (await db.getModel('executions').findAll({
    where: {
      workflowId: nodes.map((node) => node.get('workflowId') as number),
      status: EXECUTION_STATUS.STARTED,
      startedAt: { [Op.lt]: lostBefore },
    },
    attributes: ['id'],
    order: [['id', 'ASC']],
    limit: 500,
  })) as Model[];
  for (const execution of executions) {
    const id = execution.get('id') as number;
    if ((await db.getModel('jobs').count({ where: { executionId: id } })) > 0) continue;
    const where = { id, startedAt: { [Op.lt]: lostBefore } };
    const [claimed] = await db.getModel('executions').update({ startedAt: null }, { where });
    if (claimed > 0) await workflowOf(app).start(id);
  }
}
