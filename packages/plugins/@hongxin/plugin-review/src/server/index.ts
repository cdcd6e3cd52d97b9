export { withRoles } from './assignees/find';
export type {
  AssigneeRegistry,
  AssigneeResolver,
  AssigneeRuleType,
  FoundPerson,
  Reserve,
  ReviewSubject,
  RuleChecker,
} from './assignees/registry';
export { PluginReview, default } from './plugin';
export { reviewOf } from './review-of';
export type * from '../shared/config';
export { BRANCH, MOVE_TYPE, NODE_TYPE, REVIEW, TASKS, TRIGGER_TYPE } from '../shared/constants';
