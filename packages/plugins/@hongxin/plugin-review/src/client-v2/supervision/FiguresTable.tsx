import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Table, Typography } from 'antd';
import React from 'react';
import { type StepFigure } from '../../shared/contract';
import { workingTimeText } from '../view/working-time';

interface FiguresTableProps {
  steps: readonly StepFigure[];
  processName(key: string | null): string;
  t: Translate;
}

/** Per step: how many wait, how long a decision takes. Time is working time. */
export function FiguresTable({ steps, processName, t }: FiguresTableProps) {
  const time = (minutes: number | null) => (minutes === null ? '—' : workingTimeText(minutes, t));
  const red = (count: number) => (count > 0 ? <Typography.Text type="danger">{count}</Typography.Text> : count);
  return (
    <Table<StepFigure>
      rowKey={({ processKey, collectionName, stepTitle }) => `${processKey}.${collectionName}.${stepTitle}`}
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...steps]}
      columns={[
        {
          title: t('流程'),
          key: 'process',
          render: (_: unknown, { processKey, collectionTitle }) =>
            processKey === null ? collectionTitle : processName(processKey),
        },
        { title: t('环节'), dataIndex: 'stepTitle' },
        { title: t('在办'), dataIndex: 'pending', align: 'right' },
        { title: t('超期'), dataIndex: 'overdue', align: 'right', render: red },
        { title: t('已办结'), dataIndex: 'decided', align: 'right' },
        { title: t('平均用时'), dataIndex: 'averageMinutes', align: 'right', render: time },
        { title: t('九成在此时间内'), dataIndex: 'p90Minutes', align: 'right', render: time },
      ]}
    />
  );
}
