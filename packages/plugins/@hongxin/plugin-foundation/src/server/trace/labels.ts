import { type Language, type LocalizedText, type ProcessDefinition, transitionOf } from '@hongxin/rules/mechanism';

/** Events that are no transitions of a process. */
export const EVENT_LABELS: Readonly<Record<string, LocalizedText>> = {
  reveal: { zh: '查看原文', en: 'Revealed personal data' },
  export: { zh: '导出', en: 'Exported' },
  import: { zh: '导入', en: 'Imported' },
  created: { zh: '新建', en: 'Created' },
  changed: { zh: '修改', en: 'Changed' },
  deleted: { zh: '删除', en: 'Deleted' },
  move: { zh: '调整区域', en: 'Moved' },
  roleGranted: { zh: '授予角色', en: 'Role granted' },
  roleRevoked: { zh: '收回角色', en: 'Role revoked' },
  reviewApprove: { zh: '审批同意', en: 'Approved in review' },
  reviewReturn: { zh: '审批退回', en: 'Returned in review' },
  reviewReject: { zh: '审批驳回', en: 'Rejected in review' },
  reviewTransfer: { zh: '转办审批', en: 'Handed the review on' },
  reviewAddSigner: { zh: '审批加签', en: 'Added a signer' },
  reviewReassign: { zh: '改派审批', en: 'Gave the review to its present holders' },
  reviewMoveFailed: { zh: '流转未能执行', en: 'A move of the workflow was refused' },
  reviewWithdraw: { zh: '撤回申请', en: 'Withdrew the application' },
  reviewTidied: { zh: '清理重复的审批', en: 'Repeated reviews cleared' },
  reviewUrge: { zh: '催办', en: 'Urged' },
  reviewTimeOut: { zh: '审批超时', en: 'Review timed out' },
  signInFailed: { zh: '登录失败', en: 'Sign-in failed' },
  signInLocked: { zh: '登录锁定', en: 'Sign-in locked' },
  signInUnlocked: { zh: '解除登录锁定', en: 'Sign-in unlocked' },
  consentGiven: { zh: '同意告知书', en: 'Consent given' },
  consentWithdrawn: { zh: '撤回同意', en: 'Consent withdrawn' },
  myDataExport: { zh: '本人导出个人信息', en: 'Own data exported' },
  anonymized: { zh: '匿名化', en: 'Anonymised' },
  invite: { zh: '邀请', en: 'Invited' },
  accountInvited: { zh: '发出邀请', en: 'Invitation issued' },
  make: { zh: '生成年度反馈', en: 'Yearly feedback made' },
  accountJoined: { zh: '受邀注册', en: 'Joined by invitation' },
};

/** What happened, in the reader's words; the name itself where nobody has words for it. */
export function eventLabel(process: ProcessDefinition | undefined, transition: string, language: Language): string {
  const own = process && transitionOf(process, transition)?.label;
  const label = own ?? (Object.hasOwn(EVENT_LABELS, transition) ? EVENT_LABELS[transition] : undefined);
  return label?.[language] ?? transition;
}

export function stateLabel(
  process: ProcessDefinition | undefined,
  state: string | null,
  language: Language,
): string | null {
  return state === null
    ? null
    : process && Object.hasOwn(process.states, state)
      ? process.states[state].label[language]
      : state;
}
