export { GOVERNANCE } from './constants';
export { PluginGovernance, default } from './plugin';
export { SKILL_CHOICES } from './choices';
export { execute, quotedTable, select, type Scope } from './database/sql';
export { bindRules, distinct, keyOf, textOf, touches, type Candidate, type RecordRule } from './rules/bind-rules';
