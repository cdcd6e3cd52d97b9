export * from './area-allocation';
export * from './birth-year';
export * from './dictionaries';
export * from './organization';
export * from './post-term';
export * from './programme';
export * from './reason-labels';
export { GOVERNANCE_RULE_REASONS } from './reasons';
