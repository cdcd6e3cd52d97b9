import type { DomainPart } from '@hongxin/plugin-foundation';
import { DELEGATIONS } from '../../shared/constants';
import type { ReviewTools } from '../steps/tools';
import { delegationAccess } from './access';
import { delegationActions } from './actions';
import hxReviewDelegations from './collection';
import { DELEGATION_REASONS } from './reasons';
import { checkDelegation } from './rules';

/** 审批委托: everybody names their own deputies. */
export const delegations = (tools: ReviewTools): DomainPart => ({
  collections: [hxReviewDelegations],
  access: [delegationAccess],
  reasons: DELEGATION_REASONS,
  follows: { 'hxReviewDelegations.beforeSave': [checkDelegation] },
  resources: { [DELEGATIONS]: delegationActions(tools) },
});
