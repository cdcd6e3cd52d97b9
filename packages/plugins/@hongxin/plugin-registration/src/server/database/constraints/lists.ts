import type { Reason } from '@hongxin/rules/mechanism';
import { registrationReason } from '../../reasons';
import { addConstraint } from './add-constraint';

/** One unit at a time works on a need. */
const SINGLE_PROJECT = 'hx_co_projects_single_project';

/** SQL that adds what collections cannot express; safe to repeat. */
export const LISTS_STATEMENTS: readonly string[] = [
  addConstraint(
    'hxCoProjects',
    SINGLE_PROJECT,
    `EXCLUDE USING btree ("needId" WITH =) WHERE (state IN ('claimed', 'inProgress', 'awaitingRating'))`,
  ),
  addConstraint(
    'hxCoProjects',
    'hx_co_projects_places',
    'CHECK ("claimedCount" >= 0 AND "claimedCount" <= "headCount")',
  ),
  'CREATE INDEX IF NOT EXISTS hx_needs_area_state ON {hxNeeds} ("areaCode", state)',
  'CREATE INDEX IF NOT EXISTS hx_resources_area_state ON {hxResources} ("areaCode", state)',
  'CREATE INDEX IF NOT EXISTS hx_co_projects_area_state ON {hxCoProjects} ("areaCode", state)',
];

/** What the violation of a constraint means to the user. */
export const LISTS_CONSTRAINTS: Readonly<Record<string, Reason>> = {
  [SINGLE_PROJECT]: registrationReason('NEED_NOT_OPEN', { title: '—' }, 'needId'),
  hx_co_projects_places: { code: 'PLACES_TAKEN', params: { left: 0, wanted: 1, headCount: '—' } },
};
