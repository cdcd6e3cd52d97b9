import type { ConstraintDefinition } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';

export const PROJECT_CONSTRAINTS: readonly ConstraintDefinition[] = [
  {
    // one unit at a time works on a need
    table: 'hxCoProjects',
    name: 'hx_co_projects_single_project',
    definition: `EXCLUDE USING btree ("needId" WITH =) WHERE (state IN ('claimed', 'inProgress', 'awaitingRating'))`,
    reason: registrationReason('NEED_NOT_OPEN', { title: '—' }, 'needId'),
  },
  {
    table: 'hxCoProjects',
    name: 'hx_co_projects_places',
    definition: 'CHECK ("claimedCount" >= 0 AND "claimedCount" <= "headCount")',
    reason: { code: 'PLACES_TAKEN', params: { left: 0, wanted: 1, headCount: '—' } },
  },
];
