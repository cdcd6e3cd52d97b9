import { Button, Form, Input, Typography } from 'antd';
import React from 'react';
import { type Translate } from '../tools/texts';
import { requestFailure, type RequestFailure } from '../requests/errors';
import { ReasonList } from './ReasonList';

export interface RevealFormProps {
  t: Translate;
  touch: boolean;
  reveal(reason: string): Promise<void>;
  onCancel(): void;
}

/** Longest reason, in characters. */
const REASON_MAX_LENGTH = 200;

/** Asks why somebody wants to see personal data in clear text. */
export function RevealForm({ t, touch, reveal, onCancel }: RevealFormProps) {
  const [failure, setFailure] = React.useState<RequestFailure>();
  const [busy, setBusy] = React.useState(false);
  const submit = async ({ reason }: { reason: string }): Promise<void> => {
    setBusy(true);
    try {
      await reveal(reason.trim());
    } catch (error) {
      setFailure(requestFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form
      layout="vertical"
      size={touch ? 'large' : 'middle'}
      onFinish={(values: { reason: string }) => void submit(values)}
    >
      <Typography.Paragraph type="secondary">
        {t('个人信息仅在工作需要时查看，查看人、时间和事由都会记录。')}
      </Typography.Paragraph>
      <ReasonList title={t('不能查看')} reasons={failure?.reasons ?? []} />
      <Form.Item
        name="reason"
        label={t('查看事由')}
        rules={[{ required: true, whitespace: true, message: t('请填写查看事由') }]}
      >
        <Input.TextArea rows={2} maxLength={REASON_MAX_LENGTH} autoFocus />
      </Form.Item>
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
        <Button onClick={onCancel}>{t('取消')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('查看')}
        </Button>
      </div>
    </Form>
  );
}
