export { HxCoverageGapsBlockModel } from './HxCoverageGapsBlockModel';
export { HxGovernanceOverviewBlockModel } from './HxGovernanceOverviewBlockModel';
export { HxOrganizationTreeBlockModel } from './HxOrganizationTreeBlockModel';
