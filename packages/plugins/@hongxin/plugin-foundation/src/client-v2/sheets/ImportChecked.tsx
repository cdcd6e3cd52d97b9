import { Alert, Button, List, Space, Table, Tabs, Tag, Typography } from 'antd';
import React from 'react';
import type { Translate } from '../tools/texts';
import type { ChangedRow, ImportPreview, RefusedRow } from '../requests/sheets';

export interface ImportCheckedProps {
  name: string;
  preview: ImportPreview;
  phone: boolean;
  busy: boolean;
  t: Translate;
  onWrite(): void;
  onSaveProblems(): void;
}

const paged = (count: number) =>
  count > 10 ? { pageSize: 10, showSizeChanger: false, size: 'small' as const } : false;

/** What an import would do, before it does it: counts, every changed cell, every refused row. */
export function ImportChecked({ name, preview, phone, busy, t, onWrite, onSaveProblems }: ImportCheckedProps) {
  const { counts, refused, changed, created, listed } = preview;
  const writes = counts.created + counts.changed;
  const tabs = [
    {
      key: 'refused',
      label: t('不能导入（{{count}}）', { count: counts.refused }),
      children: <Refused rows={refused} phone={phone} t={t} />,
    },
    {
      key: 'changed',
      label: t('修改（{{count}}）', { count: counts.changed }),
      children: <Changed rows={changed} phone={phone} t={t} />,
    },
    {
      key: 'created',
      label: t('新增（{{count}}）', { count: counts.created }),
      children: <Created rows={created} t={t} />,
    },
  ].filter(({ key }) => counts[key as 'refused' | 'changed' | 'created'] > 0);
  return (
    <Space direction="vertical" size="middle" style={{ width: '100%' }}>
      <Summary name={name} counts={counts} t={t} />
      {Math.max(counts.refused, counts.changed, counts.created) > listed && (
        <Typography.Text type="secondary">
          {t('每类只列出前{{count}}行，导入时全部处理。', { count: listed })}
        </Typography.Text>
      )}
      {tabs.length > 0 && <Tabs size="small" items={tabs} />}
      <Space wrap>
        {counts.refused === 0 && writes > 0 && (
          <Button type="primary" loading={busy} onClick={onWrite}>
            {t('确认导入：新增{{created}}条，修改{{changed}}条', { ...counts })}
          </Button>
        )}
        {counts.refused > 0 && <Button onClick={onSaveProblems}>{t('下载问题清单')}</Button>}
      </Space>
    </Space>
  );
}

function Summary({ name, counts, t }: { name: string; counts: ImportPreview['counts']; t: Translate }) {
  const text = t('新增{{created}}条，修改{{changed}}条，未变{{unchanged}}条，不能导入{{refused}}行', { ...counts });
  if (counts.refused > 0)
    return (
      <Alert
        type="warning"
        showIcon
        message={t('“{{name}}”有{{count}}行不能导入，没有写入任何数据', { name, count: counts.refused })}
        description={
          <>
            {text}
            <br />
            {t('请在Excel中改好下列各行，再选择一次。')}
          </>
        }
      />
    );
  if (counts.created + counts.changed === 0)
    return (
      <Alert
        type="info"
        showIcon
        message={t('“{{name}}”与系统中的记录一致，没有需要导入的内容', { name })}
        description={text}
      />
    );
  return <Alert type="success" showIcon message={t('“{{name}}”全部可以导入，尚未写入', { name })} description={text} />;
}

interface RowsProps<Row> {
  rows: readonly Row[];
  phone: boolean;
  t: Translate;
}

function Refused({ rows, phone, t }: RowsProps<RefusedRow>) {
  const data = rows.map((each, key) => ({ ...each, key }));
  if (phone)
    return (
      <List
        size="small"
        dataSource={data}
        pagination={paged(data.length)}
        renderItem={({ row, title, message }) => (
          <List.Item>
            <div>
              <Tag>{t('第{{row}}行', { row })}</Tag>
              <Typography.Text strong>{title}</Typography.Text>
              <div>{message}</div>
            </div>
          </List.Item>
        )}
      />
    );
  return (
    <Table
      size="small"
      aria-label={t('不能导入的行')}
      dataSource={data}
      pagination={paged(data.length)}
      columns={[
        { title: t('行号'), dataIndex: 'row', width: 72 },
        { title: t('列'), dataIndex: 'title', width: 150, render: (title: string | null) => title ?? '—' },
        { title: t('原因'), dataIndex: 'message' },
      ]}
    />
  );
}

const shown = (text: string, t: Translate) =>
  text === '' ? <Typography.Text type="secondary">{t('（空）')}</Typography.Text> : text;

function Changed({ rows, phone, t }: RowsProps<ChangedRow>) {
  const cells = rows.flatMap(({ row, label, cells: own }) =>
    own.map((cell, index) => ({ ...cell, row, label, key: `${row}/${index}` })),
  );
  if (phone)
    return (
      <List
        size="small"
        dataSource={cells}
        pagination={paged(cells.length)}
        renderItem={({ row, label, title, from, to }) => (
          <List.Item>
            <div>
              <Tag>{t('第{{row}}行', { row })}</Tag>
              <Typography.Text strong>{label}</Typography.Text>
              <div>
                {title}：<Typography.Text delete>{shown(from, t)}</Typography.Text> → {shown(to, t)}
              </div>
            </div>
          </List.Item>
        )}
      />
    );
  return (
    <Table
      size="small"
      aria-label={t('修改的内容')}
      dataSource={cells}
      pagination={paged(cells.length)}
      columns={[
        { title: t('行号'), dataIndex: 'row', width: 72 },
        { title: t('记录'), dataIndex: 'label', width: 180, ellipsis: true },
        { title: t('列'), dataIndex: 'title', width: 140 },
        { title: t('原值'), dataIndex: 'from', render: (text: string) => shown(text, t) },
        { title: t('新值'), dataIndex: 'to', render: (text: string) => shown(text, t) },
      ]}
    />
  );
}

function Created({ rows, t }: { rows: readonly { row: number; label: string }[]; t: Translate }) {
  return (
    <Table
      size="small"
      aria-label={t('新增的记录')}
      rowKey="row"
      dataSource={[...rows]}
      pagination={paged(rows.length)}
      columns={[
        { title: t('行号'), dataIndex: 'row', width: 72 },
        { title: t('记录'), dataIndex: 'label', render: (text: string) => shown(text, t) },
      ]}
    />
  );
}
