export { nearestWithRole } from './assignees/officials';
export { SKILL_CHOICES } from './choices';
export { GOVERNANCE } from './constants';
export { execute, quotedTable, select, type Scope } from './database/sql';
export type { FigureDefinition, FigureProvider, FigureScope, Measurement } from './figures/registry';
export { matchesInitials } from './actions/pinyin';
export { governanceOf } from './governance-of';
export { PluginGovernance, default } from './plugin';
export { bindRules, distinct, keyOf, textOf, touches, type Candidate, type RecordRule } from './rules/bind-rules';
