import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { Button, Popconfirm, Tag, Typography } from 'antd';
import React, { useState } from 'react';
import type { ProposalAnswer } from '../../shared/matching';

export interface InviteProps {
  row: ProposalAnswer;
  t: Translate;
  onInvite(): Promise<unknown>;
}

/** 邀请 beside a proposal, or what has become of it. */
export function Invite({ row: { title, invitation }, t, onInvite }: InviteProps) {
  const [busy, setBusy] = useState(false);
  if (invitation === 'sent') return <Tag color="green">{t('已邀请')}</Tag>;
  if (invitation === 'unreachable') return <Typography.Text type="secondary">{t('没有账号')}</Typography.Text>;
  const invite = (): void => {
    setBusy(true);
    // what went wrong is shown above the proposals
    void onInvite()
      .catch(() => undefined)
      .finally(() => setBusy(false));
  };
  return (
    <Popconfirm
      title={t('邀请“{{title}}”？', { title })}
      description={t('对方会收到站内通知，可以查看需求并认领。')}
      okText={t('邀请')}
      cancelText={t('取消')}
      onConfirm={invite}
    >
      <Button size="small" loading={busy} aria-label={t('邀请{{title}}', { title })}>
        {t('邀请')}
      </Button>
    </Popconfirm>
  );
}
