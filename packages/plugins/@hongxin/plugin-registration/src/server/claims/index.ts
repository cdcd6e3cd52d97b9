import type { DomainPart, Services } from '@hongxin/plugin-foundation';
import hxClaims from './collection';
import { careOfClaims, completeNewClaims } from './rules';
import { claimAccess } from './access';
import { CLAIM_CONSTRAINTS } from './constraints';
import { claimSteps } from './steps';

/** 认领: who has taken a post or a place in a project. */
export const claims = (services: Services): DomainPart => ({
  collections: [hxClaims],
  processes: [claimSteps(services)],
  access: [claimAccess],
  constraints: CLAIM_CONSTRAINTS,
  rules: { hxClaims: [completeNewClaims] },
  records: { hxClaims: careOfClaims },
});
