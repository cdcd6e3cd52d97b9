import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { Button, Input, Space } from 'antd';
import React, { useState } from 'react';

export interface WithdrawNeedProps {
  t: Translate;
  isBusy: boolean;
  onWithdraw(reason: string): void;
}

/** As long as nobody has taken the need on, who raised it may take it back, and says why. */
export function WithdrawNeed({ t, isBusy, onWithdraw }: WithdrawNeedProps) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!isOpen) {
    return (
      <Button type="link" onClick={() => setOpen(true)} style={{ padding: 0 }}>
        {t('不需要了，撤回需求')}
      </Button>
    );
  }
  return (
    <Space direction="vertical" style={{ width: '100%' }}>
      <Input
        aria-label={t('撤回原因')}
        placeholder={t('例如：已解决')}
        value={reason}
        maxLength={200}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button danger loading={isBusy} disabled={reason.trim() === ''} onClick={() => onWithdraw(reason)}>
        {t('确认撤回')}
      </Button>
    </Space>
  );
}
