import { ReasonList, requestFailure, type RequestReason, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { App, Button, Input, Space } from 'antd';
import React, { useState } from 'react';

export interface ObjectToFeedbackProps {
  send(opinion: string): Promise<void>;
  onSent(): void;
  t: Translate;
}

const MOST_LETTERS = 500;

/** A member says what is wrong in the own year; the community then looks at it again. */
export function ObjectToFeedback({ send, onSent, t }: ObjectToFeedbackProps) {
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const [opinion, setOpinion] = useState('');
  const [reasons, setReasons] = useState<readonly RequestReason[]>();
  if (!isOpen)
    return (
      <Button block onClick={() => setOpen(true)}>
        {t('对结果有异议')}
      </Button>
    );
  const submit = async () => {
    setSending(true);
    setReasons(undefined);
    try {
      await send(opinion.trim());
      message.success(t('异议已提交，社区会重新核对'));
      onSent();
    } catch (error) {
      setReasons(requestFailure(error).reasons);
    } finally {
      setSending(false);
    }
  };
  return (
    <Space direction="vertical" style={{ width: '100%' }}>
      {reasons && <ReasonList title={t('异议没有提交')} reasons={reasons} />}
      <Input.TextArea
        aria-label={t('异议理由')}
        placeholder={t('请写明哪一项不对、应当是多少')}
        value={opinion}
        maxLength={MOST_LETTERS}
        showCount
        rows={3}
        onChange={({ target }) => setOpinion(target.value)}
      />
      <Button type="primary" block loading={isSending} disabled={opinion.trim() === ''} onClick={() => void submit()}>
        {t('提交异议')}
      </Button>
    </Space>
  );
}
