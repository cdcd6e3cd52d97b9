import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { Alert, Button, Flex, Result, Typography } from 'antd';
import React from 'react';
import type { Raised } from '../../shared/public-needs';

export interface RaisedCodeProps {
  raised: Raised;
  t: Translate;
  onFollow(): void;
  onAnother(): void;
}

/** The code is shown once: nobody, not even the community, can look it up later. */
export function RaisedCode({ raised, t, onFollow, onAnother }: RaisedCodeProps) {
  return (
    <Result
      status="success"
      title={t('需求已提交')}
      subTitle={t('编号 {{number}}，社区会尽快审核。', { number: raised.number })}
      style={{ padding: '16px 0' }}
    >
      <Typography.Paragraph style={{ textAlign: 'center' }}>{t('您的查询码')}</Typography.Paragraph>
      <Typography.Title level={3} copyable style={{ textAlign: 'center', margin: '0 0 16px', letterSpacing: 1 }}>
        {raised.code}
      </Typography.Title>
      <Alert type="warning" showIcon message={t('请截图或抄下查询码：它只显示这一次，查进度和评价都要用。')} />
      <Flex vertical gap={8} style={{ marginTop: 16 }}>
        <Button type="primary" size="large" onClick={onFollow}>
          {t('查看进度')}
        </Button>
        <Button size="large" onClick={onAnother}>
          {t('再提一个')}
        </Button>
      </Flex>
    </Result>
  );
}
