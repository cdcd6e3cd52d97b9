export { withRoles } from './assignees/find';
export { ROLE_RULE } from './assignees/own-rules';
export {
  assigneeRule,
  type AssigneeRegistry,
  type AssigneeResolver,
  type AssigneeRuleType,
  type FoundPerson,
  type Reserve,
  type ReviewSubject,
  type RuleChecker,
} from './assignees/registry';
export { PluginReview, default } from './plugin';
export { reviewOf } from './review-of';
export type * from '../shared/config';
export { BRANCH, MOVE_TYPE, NODE_TYPE, REVIEW, TASKS, TRIGGER_TYPE } from '../shared/constants';
