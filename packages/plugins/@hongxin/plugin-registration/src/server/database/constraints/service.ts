import type { Reason } from '@hongxin/rules/mechanism';
import { registrationReason } from '../../reasons';
import { addConstraint } from './add-constraint';

/** Claims that hold places or have used them. */
const LIVE_CLAIMS = `state IN ('claimed', 'checkedIn', 'finished', 'served')`;

/** SQL that adds what collections cannot express; safe to repeat. */
export const SERVICE_STATEMENTS: readonly string[] = [
  // governance adds the extension too; whichever plugin is installed first
  'CREATE EXTENSION IF NOT EXISTS btree_gist',
  addConstraint(
    'hxServicePosts',
    'hx_service_posts_places',
    'CHECK ("claimedCount" >= 0 AND "claimedCount" <= "headCount")',
  ),
  addConstraint('hxServicePosts', 'hx_service_posts_times', 'CHECK ("endsAt" > "startsAt")'),
  addConstraint('hxClaims', 'hx_claims_one_target', 'CHECK (("postId" IS NULL) <> ("projectId" IS NULL))'),
  ...(['post', 'project'] as const).flatMap((target) =>
    (['person', 'unit'] as const).map((who) =>
      addConstraint(
        'hxClaims',
        `hx_claims_once_${target}_${who}`,
        `EXCLUDE USING btree ("${target}Id" WITH =, "${who}Id" WITH =) WHERE (${LIVE_CLAIMS})`,
      ),
    ),
  ),
  // the same time counts once, whatever is entered where
  addConstraint(
    'hxServiceRecords',
    'hx_service_records_no_overlap',
    `EXCLUDE USING gist ("personId" WITH =, tstzrange("startsAt", "endsAt") WITH &&)
       WHERE (state <> 'refused' AND origin <> 'reversal' AND "reversedAt" IS NULL)`,
  ),
  addConstraint(
    'hxServiceRecords',
    'hx_service_records_reversed_once',
    `EXCLUDE USING btree ("reversesId" WITH =) WHERE (state <> 'refused')`,
  ),
  'CREATE INDEX IF NOT EXISTS hx_service_posts_state_area ON {hxServicePosts} (state, "areaCode")',
  'CREATE INDEX IF NOT EXISTS hx_service_records_area_state ON {hxServiceRecords} ("areaCode", state)',
  'CREATE INDEX IF NOT EXISTS hx_service_records_person_year ON {hxServiceRecords} ("personId", year) WHERE state = \'verified\'',
];

const twice = registrationReason('CLAIM_TWICE', { title: '—' });

/** What the violation of a constraint means to the user; the rules say it earlier and in more detail. */
export const SERVICE_CONSTRAINTS: Readonly<Record<string, Reason>> = {
  hx_service_posts_places: registrationReason('POST_HAS_CLAIMS', { title: '—', count: '—' }, 'headCount'),
  hx_service_posts_times: registrationReason('POST_TIMES_REVERSED', {}, 'endsAt'),
  hx_claims_one_target: registrationReason('CLAIM_TARGET', {}, 'postId'),
  hx_claims_once_post_person: twice,
  hx_claims_once_post_unit: twice,
  hx_claims_once_project_person: twice,
  hx_claims_once_project_unit: twice,
  hx_service_records_no_overlap: registrationReason('RECORD_OVERLAPS', { title: '—', from: '—', to: '—' }, 'startsAt'),
  hx_service_records_reversed_once: registrationReason('RECORD_NOT_REVERSIBLE', {}, 'reversesId'),
};
