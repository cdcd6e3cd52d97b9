import { EXECUTION_STATUS } from '@nocobase/plugin-workflow';
import { Op, type Model } from '@nocobase/database';
import { TRIGGER_TYPE } from '../../shared/constants';
import type { ReviewTools } from '../steps/tools';
import { launch } from '../trigger/executions';

/** How long the process that noted a run has to begin it, in milliseconds [default]. */
const GRACE = 10_000;

/** Begins the runs that were noted with their event and that nobody has begun: the process died in between. */
export async function launchNoted({ app, db, clock }: ReviewTools): Promise<void> {
  const workflows = await db.getModel('workflows').findAll({ attributes: ['id'], where: { type: TRIGGER_TYPE } });
  if (workflows.length === 0) return;
  const noted = (await db.getModel('executions').findAll({
    attributes: ['id'],
    where: {
      workflowId: workflows.map((workflow) => workflow.get('id') as number),
      dispatched: true,
      status: EXECUTION_STATUS.STARTED,
      startedAt: null,
      createdAt: { [Op.lt]: new Date(clock.now().getTime() - GRACE) },
    },
    order: [['id', 'ASC']],
    limit: 500,
  })) as Model[];
  for (const execution of noted) await launch(app, { id: execution.get('id') as number });
}
