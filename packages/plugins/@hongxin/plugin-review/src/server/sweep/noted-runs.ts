import { EXECUTION_STATUS, type ExecutionModel } from '@nocobase/plugin-workflow';
import { Op } from '@nocobase/database';
import { TRIGGER_TYPE } from '../../shared/constants';
import type { ReviewTools } from '../steps/tools';
import { launch } from '../trigger/executions';

/** How long the process that noted a run has to begin it, in milliseconds [default]. */
const GRACE = 10_000;

/** Begins the runs that were noted with their event and that nobody has begun: the process died in between. */
export async function launchNoted(tools: ReviewTools): Promise<void> {
  const { db, clock } = tools;
  const workflows = await db.getModel('workflows').findAll({ attributes: ['id'], where: { type: TRIGGER_TYPE } });
  if (workflows.length === 0) return;
  const noted = (await db.getModel('executions').findAll({
    where: {
      workflowId: workflows.map((workflow) => workflow.get('id') as number),
      dispatched: true,
      status: EXECUTION_STATUS.STARTED,
      startedAt: null,
      createdAt: { [Op.lt]: new Date(clock.now().getTime() - GRACE) },
    },
    order: [['id', 'ASC']],
    limit: 500,
  })) as ExecutionModel[];
  for (const execution of noted) await launch(tools, execution);
}
