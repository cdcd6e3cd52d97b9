import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Button, Space, Typography } from 'antd';
import React from 'react';

interface PhrasePickerProps {
  phrases: readonly { text: string }[];
  touch: boolean;
  t: Translate;
  onPick(text: string): void;
}

/** Common wordings, ready to press. */
export function PhrasePicker({ phrases, touch, t, onPick }: PhrasePickerProps) {
  if (phrases.length === 0) return null;
  return (
    <div role="group" aria-label={t('常用意见')} style={{ marginBottom: 16 }}>
      <Space wrap size={[6, 6]}>
        <Typography.Text type="secondary">{t('常用意见')}</Typography.Text>
        {phrases.map(({ text }) => (
          <Button key={text} size={touch ? 'middle' : 'small'} onClick={() => onPick(text)}>
            {text}
          </Button>
        ))}
      </Space>
    </div>
  );
}
