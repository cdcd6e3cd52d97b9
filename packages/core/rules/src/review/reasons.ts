import { MECHANISM_REASONS, reasonMaker } from '../mechanism';

/** Reasons of `review-check.ts`. */
export const REVIEW_RULE_REASONS = {
  REVIEW_DECISION_UNKNOWN: {
    zh: '没有“{{decision}}”这种审批决定，请刷新页面后重试。',
    en: 'There is no decision "{{decision}}"; reload the page and try again.',
  },
  REVIEW_DECISION_NOT_ALLOWED: {
    zh: '本审批节点不允许“{{decision}}”，请选择其他决定。',
    en: 'This review does not allow "{{decision}}"; choose another decision.',
  },
  REVIEW_FIELD_NOT_WRITABLE: {
    zh: '本审批节点不能填写“{{field}}”，请从提交内容中去掉它。',
    en: '"{{field}}" cannot be filled in at this review; leave it out.',
  },
} as const;

/** Builds a reason of reviews or one that every domain shares. */
export const reason = reasonMaker(MECHANISM_REASONS, REVIEW_RULE_REASONS);
