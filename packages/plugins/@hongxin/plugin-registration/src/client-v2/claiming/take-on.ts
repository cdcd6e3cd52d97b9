import { idempotencyKeys, type Requests } from '@hongxin/plugin-foundation/client-v2';

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
export function takingOn(tools: Requests, need: { id: string; title: string }) {
  const keyFor = idempotencyKeys();
  let projectId: string | undefined;
  return async (values: TakeOnValues): Promise<void> => {
    const data = { title: need.title, needId: need.id, ...values };
    if (projectId === undefined) {
      projectId = String((await tools.request<{ id: number }>('hxCoProjects:create', { data })).id);
    } else {
      await tools.request('hxCoProjects:update', { params: { filterByTk: projectId }, data });
    }
    const order = { transition: 'claim' };
    const headers = { 'Idempotency-Key': keyFor({ projectId, data }) };
    await tools.request(`hxCoProjects:transition/${projectId}`, { data: order, headers });
  };
}
