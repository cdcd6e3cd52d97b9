import type { Choice } from '@hongxin/plugin-foundation';

export const TASK_STATE_CHOICES: readonly Choice[] = [
  { value: 'pending', label: '待办', color: 'blue' },
  { value: 'waiting', label: '待前序', color: 'default' },
  { value: 'approved', label: '已同意', color: 'green' },
  { value: 'returned', label: '已退回', color: 'orange' },
  { value: 'rejected', label: '已驳回', color: 'red' },
  { value: 'transferred', label: '已转办', color: 'purple' },
  { value: 'skipped', label: '他人已办', color: 'default' },
  { value: 'passedUp', label: '超时上转', color: 'gold' },
  { value: 'timedOut', label: '超时办结', color: 'gold' },
  { value: 'withdrawn', label: '申请人撤回', color: 'default' },
  { value: 'superseded', label: '已由直接办理取代', color: 'default' },
  { value: 'aborted', label: '流程已终止', color: 'default' },
  { value: 'reassigned', label: '已改派', color: 'default' },
];

export const DECISION_CHOICES: readonly Choice[] = [
  { value: 'approve', label: '同意', color: 'green' },
  { value: 'return', label: '退回', color: 'orange' },
  { value: 'reject', label: '驳回', color: 'red' },
  { value: 'transfer', label: '转办', color: 'purple' },
  { value: 'addSigner', label: '加签', color: 'cyan' },
];
