import type { LocalizedText, ReasonLabels } from '../mechanism';

/** What has become of a reviewer's task, as people read it. */
export const REVIEW_STATE_LABELS: Readonly<Record<string, LocalizedText>> = {
  pending: { zh: '待办', en: 'pending' },
  waiting: { zh: '待前序', en: 'waiting for an earlier signer' },
  approved: { zh: '已同意', en: 'approved' },
  returned: { zh: '已退回', en: 'returned' },
  rejected: { zh: '已驳回', en: 'rejected' },
  transferred: { zh: '已转办', en: 'handed on' },
  skipped: { zh: '他人已办', en: 'decided by another' },
  passedUp: { zh: '超时上转', en: 'passed up after a time-out' },
  timedOut: { zh: '超时办结', en: 'closed after a time-out' },
  withdrawn: { zh: '申请人撤回', en: 'withdrawn by the applicant' },
  superseded: { zh: '已由直接办理取代', en: 'superseded by a direct step' },
  aborted: { zh: '流程已终止', en: 'ended with its workflow' },
  reassigned: { zh: '已改派', en: 'given to another holder' },
};

/** What a reviewer can do, as people read it. */
export const REVIEW_DECISION_LABELS = {
  approve: { zh: '同意', en: 'approve' },
  return: { zh: '退回', en: 'return' },
  reject: { zh: '驳回', en: 'reject' },
  transfer: { zh: '转办', en: 'hand on' },
  addSigner: { zh: '加签', en: 'add a signer' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** Params of the reasons of reviews that hold codes. */
export const REVIEW_REASON_LABELS: ReasonLabels = { decision: REVIEW_DECISION_LABELS, what: REVIEW_STATE_LABELS };
