import { momentText, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Card, Checkbox, Flex, Tag, theme, Typography } from 'antd';
import React from 'react';
import { type TaskRow } from '../../shared/contract';
import { DueTime } from '../view/DueTime';
import { RowStateTag } from '../view/task-state';

export interface TaskCardProps {
  task: TaskRow;
  t: Translate;
  /** Shown where several may be decided at once. */
  selection?: { checked: boolean; onChange(checked: boolean): void };
  onOpen?(): void;
}

/** One task in a list of a phone and of the task centre. */
export function TaskCard({ task, t, selection, onOpen }: TaskCardProps) {
  const { token } = theme.useToken();
  const open = onOpen && {
    role: 'button',
    tabIndex: 0,
    onClick: onOpen,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Enter') onOpen();
    },
  };
  const title = task.recordTitle || task.title;
  return (
    <Card
      size="small"
      hoverable
      aria-label={title}
      {...open}
      style={{ borderInlineStart: task.overdue ? `3px solid ${token.colorError}` : undefined }}
    >
      <Flex align="flex-start" gap={8}>
        {selection && (
          <Checkbox
            checked={selection.checked}
            aria-label={t('选择{{title}}', { title })}
            onClick={(event) => event.stopPropagation()}
            onChange={({ target }) => selection.onChange(target.checked)}
          />
        )}
        <div style={{ flex: 1, minWidth: 0 }}>
          <Flex justify="space-between" align="flex-start" gap={8}>
            <Typography.Text strong style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Typography.Text>
            <RowStateTag task={task} t={t} />
          </Flex>
          <Flex wrap gap="2px 16px" style={{ marginTop: 4 }}>
            <span>{task.stepTitle}</span>
            {task.applicant && <Fact label={t('申请人')}>{task.applicant.nickname}</Fact>}
            {task.number && <Typography.Text type="secondary">{task.number}</Typography.Text>}
            {task.areaName && <Typography.Text type="secondary">{task.areaName}</Typography.Text>}
            {task.onBehalfOf && <Tag color="gold">{t('代{{person}}办理', { person: task.onBehalfOf.nickname })}</Tag>}
          </Flex>
          <Flex wrap gap="2px 16px" style={{ marginTop: 4 }}>
            <Fact label={t('收到')}>{momentText(task.startedAt)}</Fact>
            {task.readAt !== undefined ? null : task.decidedAt === null ? (
              <Fact label={t('时限')}>
                <DueTime dueAt={task.dueAt} overdue={task.overdue} t={t} />
              </Fact>
            ) : (
              <Fact label={t('办结')}>{momentText(task.decidedAt)}</Fact>
            )}
          </Flex>
          {(task.current ?? []).map(({ stepTitle, with: people }) => (
            <div key={stepTitle}>
              <Typography.Text type="secondary">
                {t('正在{{step}}：{{people}}', { step: stepTitle, people: people.join('、') })}
              </Typography.Text>
            </div>
          ))}
          {task.opinion && (
            <Typography.Paragraph type="secondary" ellipsis={{ rows: 2 }} style={{ margin: '4px 0 0' }}>
              {t('意见：{{opinion}}', { opinion: task.opinion })}
            </Typography.Paragraph>
          )}
        </div>
      </Flex>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <span>
      <Typography.Text type="secondary">{label} </Typography.Text>
      {children}
    </span>
  );
}
