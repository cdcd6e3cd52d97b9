import { momentText, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Button, Table, Typography, type TableColumnsType } from 'antd';
import React from 'react';
import { type Box } from '../../shared/constants';
import { type TaskRow } from '../../shared/contract';
import { DueTime } from '../view/DueTime';
import { RowStateTag } from '../view/task-state';
import { workingTimeText } from '../view/working-time';

export interface TaskTableProps {
  rows: readonly TaskRow[];
  box: Box;
  loading: boolean;
  t: Translate;
  selected: readonly string[];
  onSelect(ids: string[]): void;
  onOpen(task: TaskRow): void;
}

/** The tasks of a box on a desk. */
export function TaskTable({ rows, box, loading, t, selected, onSelect, onOpen }: TaskTableProps) {
  const columns: TableColumnsType<TaskRow> = [
    {
      title: t('事项'),
      key: 'record',
      render: (_: unknown, task) => (
        <div>
          <Button
            type="link"
            style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
            onClick={(event) => {
              event.stopPropagation();
              onOpen(task);
            }}
          >
            {task.recordTitle || task.title}
          </Button>
          <div>
            <Typography.Text type="secondary">
              {[task.collectionTitle, task.number].filter(Boolean).join(' ')}
            </Typography.Text>
          </div>
        </div>
      ),
    },
    {
      title: box === 'started' ? t('现在由谁办理') : t('环节'),
      key: 'step',
      render: (_: unknown, task) =>
        box === 'started' && task.current
          ? task.current.map(({ stepTitle, with: people }) => `${stepTitle}（${people.join('、')}）`).join('；') || '—'
          : task.stepTitle,
    },
    { title: t('申请人'), key: 'applicant', render: (_: unknown, task) => task.applicant?.nickname ?? '—' },
    { title: t('区域'), dataIndex: 'areaName', render: (name: string | null) => name ?? '—' },
    {
      title: t('收到'),
      dataIndex: 'startedAt',
      render: (at: string) => <span style={{ whiteSpace: 'nowrap' }}>{momentText(at)}</span>,
    },
    box === 'done'
      ? {
          title: t('办结'),
          dataIndex: 'decidedAt',
          render: (at: string | null) => (
            <span style={{ whiteSpace: 'nowrap' }}>{at === null ? '—' : momentText(at)}</span>
          ),
        }
      : {
          title: t('时限'),
          key: 'due',
          render: (_: unknown, { dueAt, overdue }) => <DueTime {...{ dueAt, overdue, t }} />,
        },
    box === 'pending'
      ? {
          title: t('已等待'),
          dataIndex: 'waitingMinutes',
          render: (minutes: number | null) => (minutes === null ? '—' : workingTimeText(minutes, t)),
        }
      : { title: t('状态'), key: 'state', render: (_: unknown, task) => <RowStateTag task={task} t={t} /> },
  ];
  const canSelect = box === 'pending' && rows.some(({ canBatch }) => canBatch);
  return (
    <Table<TaskRow>
      rowKey="id"
      size="middle"
      loading={loading}
      dataSource={[...rows]}
      columns={columns}
      pagination={false}
      onRow={(task) => ({ onClick: () => onOpen(task), style: { cursor: 'pointer' } })}
      scroll={{ x: 'max-content' }}
      rowSelection={
        canSelect
          ? {
              selectedRowKeys: [...selected],
              onChange: (keys) => onSelect(keys.map(String)),
              getCheckboxProps: ({ canBatch, recordTitle }) => ({ disabled: !canBatch, name: recordTitle }),
            }
          : undefined
      }
    />
  );
}
