import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Tag } from 'antd';
import React from 'react';
import { type TaskState } from '../../shared/constants';
import { type TaskRow } from '../../shared/contract';

const STATES: Readonly<Record<TaskState, { label: string; color: string }>> = {
  pending: { label: '待办', color: 'processing' },
  waiting: { label: '待前一人办理', color: 'default' },
  approved: { label: '已通过', color: 'success' },
  returned: { label: '已退回', color: 'warning' },
  rejected: { label: '已驳回', color: 'error' },
  transferred: { label: '已转办', color: 'default' },
  skipped: { label: '他人已办理', color: 'default' },
  passedUp: { label: '超期上交', color: 'purple' },
  timedOut: { label: '超期结束', color: 'default' },
  withdrawn: { label: '已撤回', color: 'default' },
  superseded: { label: '已按其他方式办理', color: 'default' },
  aborted: { label: '流程已终止', color: 'default' },
  reassigned: { label: '已改派', color: 'default' },
};

export function stateText(state: string, t: Translate): string {
  return state in STATES ? t(STATES[state as TaskState].label) : state;
}

export function TaskStateTag({ state, t }: { state: TaskState; t: Translate }) {
  return (
    <Tag color={STATES[state]?.color} style={{ marginInlineEnd: 0 }}>
      {stateText(state, t)}
    </Tag>
  );
}

/** The state of a task; of a copy, whether it has been read. */
export function RowStateTag({ task: { state, readAt }, t }: { task: Pick<TaskRow, 'state' | 'readAt'>; t: Translate }) {
  if (readAt === undefined) return <TaskStateTag state={state} t={t} />;
  return <Tag color={readAt === null ? 'processing' : 'default'}>{readAt === null ? t('未读') : t('已读')}</Tag>;
}
