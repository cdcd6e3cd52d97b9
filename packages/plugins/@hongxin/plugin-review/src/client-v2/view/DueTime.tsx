import { momentText, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Tag, Typography } from 'antd';
import React from 'react';

/** The time limit; overdue is said in words, not only by the colour. */
export function DueTime({ dueAt, overdue, t }: { dueAt: string | null; overdue: boolean; t: Translate }) {
  if (dueAt === null) return <Typography.Text type="secondary">{t('无时限')}</Typography.Text>;
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <time dateTime={dueAt}>{momentText(dueAt)}</time>
      {overdue && (
        <Tag color="error" style={{ marginInlineStart: 6, marginInlineEnd: 0 }}>
          {t('已超期')}
        </Tag>
      )}
    </span>
  );
}
