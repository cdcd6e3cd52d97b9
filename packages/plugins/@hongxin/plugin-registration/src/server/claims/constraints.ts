import type { ConstraintDefinition } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';

/** Claims that hold places or have used them. */
const LIVE_CLAIMS = `state IN ('claimed', 'checkedIn', 'finished', 'served')`;

const targets = ['post', 'project'] as const;
const claimants = ['person', 'unit'] as const;

/** The rules say the same earlier and in more detail. */
export const CLAIM_CONSTRAINTS: readonly ConstraintDefinition[] = [
  {
    table: 'hxClaims',
    name: 'hx_claims_one_target',
    definition: 'CHECK (("postId" IS NULL) <> ("projectId" IS NULL))',
    reason: registrationReason('CLAIM_TARGET', {}, 'postId'),
  },
  ...targets.flatMap((target) =>
    claimants.map((who) => ({
      table: 'hxClaims',
      name: `hx_claims_once_${target}_${who}`,
      definition: `EXCLUDE USING btree ("${target}Id" WITH =, "${who}Id" WITH =) WHERE (${LIVE_CLAIMS})`,
      reason: registrationReason('CLAIM_TWICE', { title: '—' }),
    })),
  ),
];
