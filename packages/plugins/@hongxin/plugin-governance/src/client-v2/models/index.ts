export { HxCoverageGapsBlockModel } from './HxCoverageGapsBlockModel';
export { HxGovernanceOverviewBlockModel } from './HxGovernanceOverviewBlockModel';
export { HxOrganizationTreeBlockModel } from './HxOrganizationTreeBlockModel';
export { HxInviteBlockModel } from './HxInviteBlockModel';
export { HxInviteActionModel } from './HxInviteActionModel';
export { HxAreaFilterActionModel } from './HxAreaFilterActionModel';
