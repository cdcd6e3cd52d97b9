/**
 * Requests and answers of the resource hxReviewTasks. NocoBase wraps answers as `{ data, meta? }`; refusals are
 * `{ errors: [{ code, message, field?, params? }] }`. Ids are text (snowflake keys), moments ISO text, minutes working
 * minutes. Actions are loggedIn; what one may see is decided per row.
 */
import type { AssigneeRule } from './config';
import type { RuleDescription } from './rule-options';
import type { Box, Decision, TaskState } from './constants';

export interface PersonRef {
  id: number;
  nickname: string;
}

/** Why somebody has a task. */
export interface RuleReason {
  /** Type of the rule that found them, `transfer`, `addSigner`, `passUp`, `administrators`, `delegation`. */
  type: string;
  /** The reader's sentence, in their language. */
  text: string;
}

/** One row of `:mine`. `GET hxReviewTasks:mine?box&process&areaCode&overdue&dueBefore&keyword&page&pageSize` */
export interface TaskRow {
  id: string;
  title: string;
  stepTitle: string;
  state: TaskState;
  collectionName: string;
  collectionTitle: string;
  recordId: string;
  recordTitle: string;
  number: string | null;
  processKey: string | null;
  areaCode: string | null;
  areaName: string | null;
  /** Who holds the task; another than the reader when they act for them. */
  holder: PersonRef | null;
  onBehalfOf: PersonRef | null;
  applicant: PersonRef | null;
  reason: RuleReason | null;
  fallback: boolean;
  startedAt: string;
  dueAt: string | null;
  overdue: boolean;
  decidedAt: string | null;
  decision: string | null;
  opinion: string | null;
  urgedAt: string | null;
  waitingMinutes: number | null;
  canBatch: boolean;
  /** Box `started`: who has it now. Box `copied`: when it was read. */
  current?: CurrentStep[];
  readAt?: string | null;
}

export interface MineQuery {
  /** One box, or several of one's own tasks, e.g. `pending,done`. */
  box?: Box | `${Box},${Box}`;
  /** Boxes `started`: whether the run has ended; `copied`: whether it has been read. */
  settled?: boolean;
  /** Key of a workflow, whatever its version. */
  workflowKey?: string;
  process?: string;
  areaCode?: string;
  overdue?: boolean;
  dueBefore?: string;
  keyword?: string;
  page?: number;
  pageSize?: number;
}
export interface ListMeta {
  count: number;
  page: number;
  pageSize: number;
  totalPage: number;
}

/** `GET :counts` */
export interface Counts {
  pending: number;
  overdue: number;
  copied: number;
}

export interface FieldView {
  name: string;
  title: string;
  interface: string | null;
  value: unknown;
  /** What to show: labels of choices, titles of related records, local dates. */
  display: string;
  mode: 'read' | 'write' | 'required';
  choices?: { value: string | number | boolean; label: string; color?: string }[];
  /** For relations: the collection to choose from. */
  target?: string;
  multiple?: boolean;
}

export interface CurrentStep {
  stepTitle: string;
  with: string[];
  since: string;
  dueAt: string | null;
  overdue: boolean;
}

/** What a resubmission has changed in a field, as people read it; personal fields masked. */
export interface FieldChange {
  name: string;
  title: string;
  before: string;
  after: string;
}

export interface TimelineEntry {
  kind: 'transition' | 'review' | 'waiting';
  title: string;
  /** Null: the system; empty for readers who see only part of the record, and then no opinion either. */
  who: string | null;
  onBehalfOf: string | null;
  opinion: string | null;
  /** When it happened; for `waiting` since when. */
  at: string;
  waitingMinutes: number | null;
  /** State of the task, or the state the record reached. */
  state: string | null;
  stateLabel: string | null;
  /** Of a review of a resubmission: what has changed since it was returned. */
  changes?: FieldChange[];
}

/** `GET :timeline?collection=&recordId=` */
export interface Timeline {
  entries: TimelineEntry[];
  current: CurrentStep[];
  next: string[];
}

export interface OpenAllowed {
  approve: boolean;
  return: boolean;
  reject: boolean;
  transfer: boolean;
  addSigner: boolean;
}

/** `GET :open/<id>` */
export interface OpenTask {
  task: TaskRow;
  collection: { name: string; title: string };
  record: FieldView[];
  /** Of a resubmission: what has changed since it was returned. */
  changes: FieldChange[];
  history: TimelineEntry[];
  current: CurrentStep[];
  next: string[];
  /** All false when the reader cannot decide (any more): the screen shows, without buttons. */
  allowed: OpenAllowed;
  opinion: { requiredOnApprove: boolean };
  returnTo: 'applicant' | 'previous';
  phrases: { text: string; decision: Decision | null }[];
  /** What became of it, when it is no longer pending. */
  already: Already | null;
}

/** `params` of the 409 TASK_ALREADY_DECIDED, and of `OpenTask.already`. */
export interface Already {
  who: string | null;
  what: TaskState;
  when: string | null;
}

/** `GET :candidates/<id>?keyword=` → Candidate[] */
export interface Candidate extends PersonRef {
  /** What makes them possible, e.g. a post and its area. */
  note: string | null;
}

/** `POST :decide/<id>` → TaskRow. `Idempotency-Key` is honoured. */
export interface DecideRequest {
  decision: Decision;
  opinion?: string | null;
  values?: Record<string, unknown>;
  toUserId?: number;
  signerId?: number;
  place?: 'before' | 'after';
}

/** `POST :decideMany` → DecideManyAnswer[] */
export interface DecideManyRequest {
  ids: string[];
  decision: 'approve' | 'return' | 'reject';
  opinion?: string | null;
}
export interface DecideManyAnswer {
  id: string;
  ok: boolean;
  errors?: { code: string; message: string; field?: string }[];
}

/** `POST :withdraw` → { withdrawn: number } */
export interface WithdrawRequest {
  collection: string;
  recordId: string;
  opinion?: string | null;
}

/** `POST :urge/<id>` → { urgedAt } */

/** `GET :pendingOf?collection=&recordId=` */
export interface PendingOf {
  /** The reader's own pending task on the record. */
  task: TaskRow | null;
  current: CurrentStep[];
  canWithdraw: boolean;
}

/** `POST :read/<copyId>` marks a copy as read. */

/** `GET :supervision?process=&areaCode=&overdue=&postHolder=&page=&pageSize=` (hx-city, hx-official in scope, administrators) */
export interface SupervisionRow extends TaskRow {
  canUrge: boolean;
}

/** `GET :supervisionFigures?process=&areaCode=&days=` */
export interface StepFigure {
  processKey: string | null;
  collectionName: string;
  /** Stands for the process of tables that have none. */
  collectionTitle: string;
  stepTitle: string;
  pending: number;
  overdue: number;
  decided: number;
  /** Working minutes. */
  averageMinutes: number | null;
  p90Minutes: number | null;
}
export interface SupervisionFigures {
  pending: number;
  overdue: number;
  steps: StepFigure[];
}
/** `GET :supervisionExport` (same query) answers an xlsx file. */

/** `GET :assigneeRules` → rules known here with their options, in the order in which they are offered, for the canvas. */
export type AssigneeRuleType = RuleDescription<string>;

/** `POST :checkRules {collection, assignees}` → warnings for the canvas; a rule that can match nobody names where. */
export interface CheckRulesRequest {
  collection: string;
  assignees: AssigneeRule[];
}
export interface CheckRulesAnswer {
  warnings: { rule: number; message: string }[];
}

/** `GET hxReviewDelegations:mine`, `POST :declare` (DeclareRequest), `POST :revoke/<id>` */
export interface DelegationRow {
  id: string;
  user: PersonRef;
  deputy: PersonRef;
  startsOn: string;
  endsOn: string | null;
  processes: string[];
  reason: string | null;
  state: 'active' | 'revoked';
}
export interface DeclareRequest {
  deputyId: number;
  /** YYYY-MM-DD */
  startsOn: string;
  endsOn?: string | null;
  /** Keys of processes; empty: all. */
  processes?: string[];
  reason?: string | null;
}
/** `GET hxReviewDelegations:candidates?keyword=` → Candidate[] */

/** `GET hxReviewTasks:filters?for=mine|supervision`: processes and areas (down to the community) that occur. */
export interface FilterChoices {
  processes: { value: string; label: string }[];
  areas: { value: string; label: string }[];
}
