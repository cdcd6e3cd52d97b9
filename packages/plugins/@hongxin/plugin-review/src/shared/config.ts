/** Configurations as they are stored in workflows and nodes; the canvas writes them, the server reads and checks them. */
import type { TimeoutAction } from './constants';

/** `create` is for collections without a process: an administrator's own. */
export type TriggerMoment = 'state' | 'transition' | 'create';

export interface TransitionTriggerConfig {
  collection: string;
  on: TriggerMoment;
  /** With `on: 'state'`: any of these reached. */
  states?: string[];
  /** With `on: 'transition'`: any of these taken. */
  transitions?: string[];
  /** Relations that `$context.data` carries. */
  appends?: string[];
  /** Also starts for records that are in one of `states` when the workflow is enabled [default: only later events]. */
  includeExisting?: boolean;
}

/** `$context` of executions that this trigger starts. */
export interface TransitionContextVariables {
  data: Record<string, unknown>;
  collectionName: string;
  transition: string | null;
  from: string | null;
  to: string | null;
  actor: { id: number | null; nickname: string | null };
  opinion: string | null;
  eventId: string | null;
}

export type AreaLevelName = 'city' | 'street' | 'community' | 'estate' | 'building' | 'unit';

/** Whom a review asks: options are those that the type's plugin declares. */
export interface AssigneeRule {
  type: string;
  /** Joins the people of this rule with those of the rule before it; otherwise the rule is a fallback. */
  together?: boolean;
  [option: string]: unknown;
}
/** People a relation of the record points to, e.g. `owner` or `unit.liaison`. */
export interface RelationRule extends AssigneeRule {
  path?: string;
}
export interface RoleRule extends AssigneeRule {
  role?: string;
}
export interface UsersRule extends AssigneeRule {
  userIds?: number[];
}

export type ReviewMode =
  | { kind: 'any' }
  | { kind: 'all' }
  /** Approved once so many per cent of the assignees have approved. */
  | { kind: 'share'; percent: number }
  | { kind: 'sequence' };

export type ReviewDeadline =
  { kind: 'working'; amount: number; unit: 'hour' | 'day' } | { kind: 'field'; field: string };

export interface ReviewField {
  name: string;
  mode: 'read' | 'write' | 'required';
}

export interface ReviewAllowances {
  return: boolean;
  reject: boolean;
  transfer: boolean;
  addSigner: boolean;
  withdraw: boolean;
  batch: boolean;
}

export interface ReviewNodeConfig {
  title?: string;
  assignees: AssigneeRule[];
  mode: ReviewMode;
  excludeApplicant?: boolean;
  deadline?: ReviewDeadline | null;
  remindAtPercent?: number;
  onTimeout?: TimeoutAction;
  allow?: Partial<ReviewAllowances>;
  returnTo?: 'applicant' | 'previous';
  /** Empty: what the reviewer's roles show and is not empty, none writable. */
  fields?: ReviewField[];
  opinion?: { phrases?: string[]; requiredOnApprove?: boolean };
  /** Transitions performed on the record in the reviewer's name. */
  outcome?: { approved?: string; returned?: string; rejected?: string };
  /** Those entitled may perform transitions of the process directly meanwhile; the review is then superseded. */
  allowDirect?: boolean;
  /** Nobody found by the rules: `administrators` [default] or straight on as approved, without an outcome transition. */
  onNobody?: 'administrators' | 'skip';
  /** People who get a copy when the review begins. */
  copyTo?: AssigneeRule[];
  /**
   * Where the record is: a relation to the areas, or a text with an area's code [default: the place of the pack's tables;
   * on others a field `areaCode`, or the only relation to the areas].
   */
  placeField?: string | null;
}

export interface MoveNodeConfig {
  collection: string;
  /** Variable or key of the record. */
  recordId: string | number;
  transition: string;
  opinion?: string;
  values?: Record<string, unknown>;
  actor: 'reviewer' | 'system';
}

/** `$jobsMapByNodeKey.<node>` of a settled review. */
export interface ReviewResult {
  decision: 'approved' | 'returned' | 'rejected';
  opinion: string | null;
  userId: number | null;
  userName: string | null;
  onBehalfOfId: number | null;
  at: string;
  values: Record<string, unknown>;
  /** Why, when nobody decided: `timeout`, `nobody`. */
  cause: 'decided' | 'timeout' | 'nobody';
  decisions: {
    taskId: string;
    userId: number | null;
    userName: string | null;
    onBehalfOfId: number | null;
    decision: string;
    opinion: string | null;
    at: string;
  }[];
}
