import type { Language, Translate } from '@hongxin/plugin-foundation/client-v2';
import { durationText } from '@hongxin/rules/mechanism';
import { Button, Card, Checkbox, Empty, Flex, Table, Tag, Typography } from 'antd';
import React from 'react';
import { periodText } from './times';

/** A record that waits for its host. */
export interface PendingRecord {
  id: string | number;
  memberName: string | null;
  startsAt: string | null;
  endsAt: string | null;
  minutes: number;
  content: string | null;
  origin: string;
  post?: { title: string } | null;
  project?: { title: string } | null;
  area?: { name: string } | null;
}

export interface PendingRecordsProps {
  rows: readonly PendingRecord[];
  chosen: readonly string[];
  onChoose(ids: readonly string[]): void;
  onRefuse(record: PendingRecord): void;
  asCards: boolean;
  t: Translate;
  language: Language;
  timeOf(moment: string): string;
}

const ORIGINS: Readonly<Record<string, { text: string; color: string }>> = {
  checkIn: { text: '签到', color: 'green' },
  supplement: { text: '补录', color: 'orange' },
  reversal: { text: '冲销', color: 'red' },
};

/** A table on a desk, cards on a phone; hours entered afterwards are told apart. */
export function PendingRecords(props: PendingRecordsProps) {
  const { rows, chosen, onChoose, onRefuse, asCards, t, language } = props;
  if (rows.length === 0) return <Empty description={t('没有待认定的服务记录')} />;
  if (asCards) return <Cards {...props} />;
  return (
    <Table<PendingRecord>
      size="small"
      rowKey={({ id }) => String(id)}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowSelection={{
        selectedRowKeys: [...chosen],
        onChange: (keys) => onChoose(keys.map(String)),
        getCheckboxProps: (row) => ({ title: t('选择 {{name}}', { name: row.memberName ?? '' }) }),
      }}
      columns={[
        { key: 'member', title: t('党员'), render: (_value, row) => row.memberName },
        { key: 'activity', title: t('岗位或项目'), render: (_value, row) => activityOf(row) },
        { key: 'time', title: t('服务时间'), render: (_value, row) => periodText(row.startsAt, row.endsAt, t) },
        {
          key: 'hours',
          title: t('时长'),
          render: (_value, row) => durationText(row.minutes, language),
        },
        { key: 'origin', title: t('来源'), render: (_value, row) => <Origin origin={row.origin} t={t} /> },
        { key: 'content', title: t('服务内容'), render: (_value, row) => row.content },
        {
          key: 'refuse',
          title: '',
          render: (_value, row) => (
            <Button type="link" size="small" danger onClick={() => onRefuse(row)}>
              {t('不予认定')}
            </Button>
          ),
        },
      ]}
    />
  );
}

function Cards({ rows, chosen, onChoose, onRefuse, t, language }: PendingRecordsProps) {
  const toggle = (id: string, isChosen: boolean): void =>
    onChoose(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <>
      {rows.map((row) => {
        const id = String(row.id);
        return (
          <Card key={id} size="small" style={{ marginBottom: 12 }}>
            <Checkbox checked={chosen.includes(id)} onChange={({ target }) => toggle(id, target.checked)}>
              <Typography.Text strong>{row.memberName}</Typography.Text> <Origin origin={row.origin} t={t} />
            </Checkbox>
            <Typography.Paragraph style={{ margin: '8px 0 0' }}>{activityOf(row)}</Typography.Paragraph>
            <Typography.Paragraph type="secondary" style={{ margin: 0 }}>
              {periodText(row.startsAt, row.endsAt, t)} · {durationText(row.minutes, language)}
            </Typography.Paragraph>
            <Flex justify="space-between" align="flex-end" gap={8}>
              <Typography.Text type="secondary">{row.content}</Typography.Text>
              <Button type="link" size="small" danger onClick={() => onRefuse(row)}>
                {t('不予认定')}
              </Button>
            </Flex>
          </Card>
        );
      })}
    </>
  );
}

const activityOf = ({ post, project, area }: PendingRecord): string =>
  [post?.title ?? project?.title, area?.name].filter(Boolean).join(' · ');

function Origin({ origin, t }: { origin: string; t: Translate }) {
  const known = ORIGINS[origin];
  return <Tag color={known?.color}>{known ? t(known.text) : origin}</Tag>;
}
