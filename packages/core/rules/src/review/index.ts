export * from './check';
export * from './deadline';
export * from './deadline-field';
export * from './labels';
export * from './place';
export { REVIEW_RULE_REASONS } from './reasons';
export * from './timeout';
export * from './votes';
