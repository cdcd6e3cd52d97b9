import { idempotencyKeys } from '@hongxin/plugin-foundation/client-v2';
import { ask, type Tools } from '../service/tools';

/** What a unit promises when it takes on a need. */
export interface TakeOnValues {
  unitId: string;
  resourceId?: string;
  personInCharge: string;
  personInChargePhone?: string;
  measures: string;
  deadline: string;
  headCount: number;
}

/**
 * Takes a need on as a project of the unit: writes the project, then claims it. What was written stays a draft when the
 * claim is refused, and a further press corrects that draft instead of writing a second one.
 */
export function takingOn(tools: Tools, need: { id: string; title: string }) {
  const keyFor = idempotencyKeys();
  let projectId: string | undefined;
  return async (values: TakeOnValues): Promise<void> => {
    const data = { title: need.title, needId: need.id, ...values };
    if (projectId === undefined) {
      projectId = String((await ask<{ id: number }>(tools, 'hxCoProjects:create', { data })).id);
    } else {
      await ask(tools, 'hxCoProjects:update', { params: { filterByTk: projectId }, data });
    }
    const order = { transition: 'claim' };
    const headers = { 'Idempotency-Key': keyFor({ projectId, data }) };
    await ask(tools, `hxCoProjects:transition/${projectId}`, { data: order, headers });
  };
}
