import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Descriptions, Empty } from 'antd';
import React from 'react';
import { type FieldView } from '../../shared/contract';

/** What the reviewer sees of the record, as the server words it. */
export function RecordFields({ fields, columns, t }: { fields: readonly FieldView[]; columns: number; t: Translate }) {
  if (fields.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('没有可以查看的内容')} />;
  return (
    <Descriptions
      size="small"
      bordered
      column={columns}
      styles={{ label: { width: columns === 1 ? 112 : 104 }, content: { overflowWrap: 'anywhere' } }}
      items={fields.map(({ name, title, display }) => ({
        key: name,
        label: title,
        children: <span style={{ whiteSpace: 'pre-wrap' }}>{display === '' ? '—' : display}</span>,
      }))}
    />
  );
}
