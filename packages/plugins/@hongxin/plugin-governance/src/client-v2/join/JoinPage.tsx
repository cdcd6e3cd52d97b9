import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Card, Tabs, Typography } from 'antd';
import React from 'react';
import { type Credentials } from '../requests/join';
import { ApplyForm } from './ApplyForm';
import { InvitationForm } from './InvitationForm';
import { OpenForm } from './OpenForm';

export interface JoinPageProps {
  /** Address of the sign-in page. */
  signIn: string;
  /** Token of an invitation's link. */
  invitation: string | null;
  signInAs(account: Credentials): Promise<unknown>;
}

/** The public page for people without an account: ask for one, open it, or follow an invitation. */
export function JoinPage({ signIn, invitation, signInAs }: JoinPageProps) {
  const { t } = useTools();
  const tabs = [
    { key: 'apply', label: t('申请账号'), children: <ApplyForm /> },
    {
      key: 'open',
      label: t('凭查询码开通'),
      children: <OpenForm signIn={signIn} />,
    },
  ];
  return (
    <main style={{ minHeight: '100vh', background: '#f5f5f5', padding: '32px 16px' }}>
      <Card style={{ maxWidth: 560, margin: '0 auto' }}>
        <Typography.Title level={3} style={{ marginTop: 0 }}>
          {t('红心善治账号')}
        </Typography.Title>
        {invitation ? <InvitationForm token={invitation} signIn={signIn} signInAs={signInAs} /> : <Tabs items={tabs} />}
        <div style={{ marginTop: 16, textAlign: 'center' }}>
          <a href={signIn}>{t('已有账号，去登录')}</a>
        </div>
      </Card>
    </main>
  );
}
