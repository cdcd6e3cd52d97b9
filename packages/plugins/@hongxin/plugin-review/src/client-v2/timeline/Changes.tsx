import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Typography } from 'antd';
import React from 'react';
import { type FieldChange } from '../../shared/contract';

/** What a resubmission has changed: the field, what it said and what it says. */
export function Changes({ changes, t }: { changes: readonly FieldChange[]; t: Translate }) {
  if (changes.length === 0) return null;
  return (
    <section aria-label={t('退回后的修改')} style={{ marginBottom: 12 }}>
      <Typography.Text strong>{t('退回后的修改')}</Typography.Text>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {changes.map(({ name, title, before, after }) => (
          <li key={name} style={{ overflowWrap: 'anywhere' }}>
            {t('{{title}}：{{before}} → {{after}}', { title, before: before || '—', after: after || '—' })}
          </li>
        ))}
      </ul>
    </section>
  );
}
