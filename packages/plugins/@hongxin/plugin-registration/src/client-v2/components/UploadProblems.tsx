import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { List, Table, Tag, Typography } from 'antd';
import React from 'react';
import type { UploadProblem } from '../requests/member-upload';

export interface UploadProblemsProps {
  problems: readonly UploadProblem[];
  phone: boolean;
  t: Translate;
}

/** What is wrong with an uploaded sheet, by the number Excel shows beside the row. */
export function UploadProblems({ problems, phone, t }: UploadProblemsProps) {
  const rows = problems.map((problem, index) => ({ ...problem, key: index }));
  const pagination = rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false;
  if (phone)
    return (
      <List
        size="small"
        bordered
        dataSource={rows}
        pagination={pagination}
        renderItem={({ row, personName, message }) => (
          <List.Item>
            <div>
              <Tag>{t('第{{row}}行', { row })}</Tag>
              <Typography.Text strong>{personName || '—'}</Typography.Text>
              <div>{message}</div>
            </div>
          </List.Item>
        )}
      />
    );
  return (
    <Table
      size="small"
      aria-label={t('有问题的行')}
      dataSource={rows}
      pagination={pagination}
      columns={[
        { title: t('行号'), dataIndex: 'row', width: 80 },
        { title: t('姓名'), dataIndex: 'personName', width: 140, render: (name: string) => name || '—' },
        { title: t('问题'), dataIndex: 'message' },
      ]}
    />
  );
}
