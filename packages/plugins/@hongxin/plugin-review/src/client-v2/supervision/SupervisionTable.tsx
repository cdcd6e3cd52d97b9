import { momentText, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Button, Card, Flex, Table, theme, Tooltip, Typography, type TableColumnsType } from 'antd';
import React from 'react';
import { type SupervisionRow } from '../../shared/contract';
import { DueTime } from '../view/DueTime';
import { workingTimeText } from '../view/working-time';

export interface SupervisionListProps {
  rows: readonly SupervisionRow[];
  loading: boolean;
  /** Whether the persons who have the tasks are named. */
  showHolders: boolean;
  /** Id of the task being urged. */
  urging: string | undefined;
  t: Translate;
  onUrge(task: SupervisionRow): void;
}

const waited = ({ waitingMinutes }: SupervisionRow, t: Translate): string =>
  waitingMinutes === null ? '—' : workingTimeText(waitingMinutes, t);

function UrgeButton({
  task,
  urging,
  t,
  onUrge,
}: { task: SupervisionRow } & Pick<SupervisionListProps, 'urging' | 't' | 'onUrge'>) {
  const why = task.urgedAt === null ? '' : t('{{at}} 已催办，每项每天一次', { at: momentText(task.urgedAt) });
  return (
    <Tooltip title={task.canUrge ? '' : why}>
      <Button
        size="small"
        disabled={!task.canUrge}
        loading={urging === task.id}
        aria-label={t('催办{{title}}', { title: task.recordTitle || task.title })}
        onClick={() => onUrge(task)}
      >
        {task.canUrge || task.urgedAt === null ? t('催办') : t('已催办')}
      </Button>
    </Tooltip>
  );
}

/** What waits where and how long, on a desk. */
export function SupervisionTable({ rows, loading, showHolders, urging, t, onUrge }: SupervisionListProps) {
  const columns: TableColumnsType<SupervisionRow> = [
    {
      title: t('事项'),
      key: 'record',
      render: (_: unknown, task) => (
        <div>
          {task.recordTitle || task.title}
          <div>
            <Typography.Text type="secondary">
              {[task.collectionTitle, task.number].filter(Boolean).join(' ')}
            </Typography.Text>
          </div>
        </div>
      ),
    },
    { title: t('环节'), dataIndex: 'stepTitle' },
    { title: t('区域'), dataIndex: 'areaName', render: (name: string | null) => name ?? '—' },
    ...(showHolders
      ? [
          {
            title: t('办理人'),
            key: 'holder',
            render: (_: unknown, { holder }: SupervisionRow) => holder?.nickname ?? '—',
          },
        ]
      : []),
    {
      title: t('收到'),
      dataIndex: 'startedAt',
      render: (at: string) => <span style={{ whiteSpace: 'nowrap' }}>{momentText(at)}</span>,
    },
    {
      title: t('时限'),
      key: 'due',
      render: (_: unknown, { dueAt, overdue }) => <DueTime {...{ dueAt, overdue, t }} />,
    },
    { title: t('已等待'), key: 'waiting', render: (_: unknown, task) => waited(task, t) },
    { title: t('操作'), key: 'urge', render: (_: unknown, task) => <UrgeButton {...{ task, urging, t, onUrge }} /> },
  ];
  return (
    <Table<SupervisionRow>
      rowKey="id"
      size="middle"
      loading={loading}
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...rows]}
      columns={columns}
      locale={{ emptyText: t('没有等待办理的事项') }}
    />
  );
}

/** The same as cards, on a phone. */
export function SupervisionCards({ rows, showHolders, urging, t, onUrge }: SupervisionListProps) {
  const { token } = theme.useToken();
  return (
    <Flex vertical gap={10}>
      {rows.map((task) => (
        <Card
          key={task.id}
          size="small"
          style={{ borderInlineStart: task.overdue ? `3px solid ${token.colorError}` : undefined }}
        >
          <Flex justify="space-between" align="flex-start" gap={8}>
            <Typography.Text strong>{task.recordTitle || task.title}</Typography.Text>
            <UrgeButton {...{ task, urging, t, onUrge }} />
          </Flex>
          <div>
            {[task.stepTitle, showHolders ? task.holder?.nickname : undefined, task.areaName]
              .filter(Boolean)
              .join(' · ')}
          </div>
          <Flex gap="2px 16px" wrap>
            <DueTime dueAt={task.dueAt} overdue={task.overdue} t={t} />
            <Typography.Text type="secondary">{t('已等待 {{time}}', { time: waited(task, t) })}</Typography.Text>
          </Flex>
        </Card>
      ))}
    </Flex>
  );
}
