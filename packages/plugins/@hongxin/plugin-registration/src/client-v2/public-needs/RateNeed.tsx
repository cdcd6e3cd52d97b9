import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { Button, Input, Radio, Space, Typography } from 'antd';
import React, { useState } from 'react';
import { SATISFACTION_CHOICES } from '../../shared/satisfaction';

export interface RateNeedProps {
  t: Translate;
  isBusy: boolean;
  onRate(satisfaction: string, comment: string): void;
}

/** Those served say how it went; their word closes the need. */
export function RateNeed({ t, isBusy, onRate }: RateNeedProps) {
  const [satisfaction, setSatisfaction] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  return (
    <section aria-label={t('评价')}>
      <Typography.Title level={5}>{t('您满意吗？')}</Typography.Title>
      <Radio.Group value={satisfaction} onChange={({ target }) => setSatisfaction(String(target.value))}>
        <Space direction="vertical">
          {SATISFACTION_CHOICES.map(({ value, label }) => (
            <Radio key={value} value={value}>
              {t(label)}
            </Radio>
          ))}
        </Space>
      </Radio.Group>
      <Input.TextArea
        aria-label={t('评价意见')}
        placeholder={t('还想说点什么（选填）')}
        value={comment}
        maxLength={500}
        rows={3}
        onChange={({ target }) => setComment(target.value)}
        style={{ margin: '12px 0' }}
      />
      <Button
        type="primary"
        size="large"
        block
        loading={isBusy}
        disabled={satisfaction === null}
        onClick={() => onRate(satisfaction ?? '', comment)}
      >
        {t('提交评价')}
      </Button>
    </section>
  );
}
