/** Names that the server, the client and stored workflows share. Stored values: never rename, never reorder. */
export const REVIEW = '@hongxin/plugin-review';

/** Type of the trigger: a record took a transition, reached a state, or was created. */
export const TRIGGER_TYPE = 'hx-transition';
/** Type of the review node (层级审批). */
export const NODE_TYPE = 'hx-review';
/** Type of the node that performs a transition (办理). */
export const MOVE_TYPE = 'hx-move';
/** Key in NocoBase's task centre. */
export const TASK_TYPE = 'hxReview';

export const TASKS = 'hxReviewTasks';
export const DELEGATIONS = 'hxReviewDelegations';
export const PHRASES = 'hxReviewPhrases';
export const COPIES = 'hxReviewCopies';

/** `branchIndex` of a review node's branches, as stored in `flow_nodes`. */
export const BRANCH = { approved: 1, returned: 2, rejected: 3 } as const;
/** How a review ends for the nodes after it. */
export type Outcome = keyof typeof BRANCH;
export const OUTCOMES = Object.keys(BRANCH) as readonly Outcome[];

/** What a holder of a task can do with it. */
export const DECISIONS = ['approve', 'return', 'reject', 'transfer', 'addSigner'] as const;
export type Decision = (typeof DECISIONS)[number];

/** The decisions that count as an outcome. */
export const OUTCOME_OF = { approve: 'approved', return: 'returned', reject: 'rejected' } as const;

/**
 * States of a task. `waiting`: a later signer, whose turn has not come; `skipped`: another one decided; `passedUp`: the
 * time ran out and the level above has it; `superseded`: the record moved on by itself; `aborted`: the run was ended;
 * `reassigned`: whose mandate had ended, another has it.
 */
export const TASK_STATES = [
  'pending',
  'waiting',
  'approved',
  'returned',
  'rejected',
  'transferred',
  'skipped',
  'passedUp',
  'timedOut',
  'withdrawn',
  'superseded',
  'aborted',
  'reassigned',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const TIMEOUT_ACTIONS = ['remind', 'passUp', 'approve', 'return', 'end'] as const;
export type TimeoutAction = (typeof TIMEOUT_ACTIONS)[number];

export const BOXES = ['pending', 'done', 'started', 'copied'] as const;
export type Box = (typeof BOXES)[number];

/** Share of the deadline at which holders are reminded, in per cent [default]. */
export const REMIND_AT_PERCENT = 80;
