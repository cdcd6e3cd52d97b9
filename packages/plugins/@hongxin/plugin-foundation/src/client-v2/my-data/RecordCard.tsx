import { Button, Card, Descriptions } from 'antd';
import React from 'react';
import { type Translate } from '../tools/texts';
import { type MyDataRecord } from '../requests/my-data';

interface RecordCardProps {
  t: Translate;
  title: string;
  record: MyDataRecord;
  onAsk(kind: 'correction' | 'deletion'): void;
}

/** One record about me, every value in clear. */
export function RecordCard({ t, title, record, onAsk }: RecordCardProps) {
  const filled = record.items.filter(({ value }) => value !== null);
  return (
    <Card size="small" title={title} style={{ marginBottom: 12 }}>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2 }}
        items={filled.map(({ name, title: label, value }) => ({
          key: name,
          label,
          children: <span style={{ overflowWrap: 'anywhere' }}>{readable(value)}</span>,
        }))}
      />
      <div style={{ display: 'flex', gap: 8, marginTop: 12, flexWrap: 'wrap' }}>
        {record.items.some(({ canCorrect }) => canCorrect) && (
          <Button onClick={() => onAsk('correction')} aria-label={`${t('申请更正')} ${title}`}>
            {t('申请更正')}
          </Button>
        )}
        <Button danger onClick={() => onAsk('deletion')} aria-label={`${t('申请删除')} ${title}`}>
          {t('申请删除')}
        </Button>
      </div>
    </Card>
  );
}

/** Moments are shown in the reader's own time. */
function readable(value: string | null): string {
  if (value === null || !/^\d{4}-\d{2}-\d{2}T.*Z$/.test(value)) return value ?? '';
  return new Date(value).toLocaleString();
}
