import { HouseTheme, useTools } from '@hongxin/plugin-foundation/client-v2';
import { Card, Segmented, theme, Typography } from 'antd';
import React, { useMemo, useState } from 'react';
import { FollowNeed } from './FollowNeed';
import { RaiseNeed } from './RaiseNeed';
import { publicRequests } from './requests';

type Side = 'raise' | 'follow';

/** 居民需求: a page without an account, to raise a need and to follow it by its code. */
export default function PublicNeedsPage() {
  return (
    <HouseTheme>
      <PublicNeeds />
    </HouseTheme>
  );
}

function PublicNeeds() {
  const tools = useTools();
  const { t } = tools;
  const { token } = theme.useToken();
  const requests = useMemo(() => publicRequests(tools), [tools]);
  const [side, setSide] = useState<Side>('raise');
  const [code, setCode] = useState('');
  const follow = (raised: string): void => {
    setCode(raised);
    setSide('follow');
  };
  return (
    <main
      style={{
        minHeight: '100vh',
        padding: '24px 16px calc(32px + env(safe-area-inset-bottom))',
        background: `linear-gradient(${token.colorPrimaryBg}, ${token.colorBgLayout} 320px)`,
      }}
    >
      <div style={{ maxWidth: 560, margin: '0 auto' }}>
        <header style={{ textAlign: 'center', marginBottom: 16 }}>
          <Typography.Title level={2} style={{ color: token.colorPrimary, marginBottom: 4 }}>
            {t('居民需求')}
          </Typography.Title>
          <Typography.Text type="secondary">{t('您说需求，社区牵头，单位和党员来办。')}</Typography.Text>
        </header>
        <Segmented
          block
          size="large"
          aria-label={t('居民需求')}
          value={side}
          onChange={(value) => setSide(value as Side)}
          options={[
            { value: 'raise', label: t('提需求') },
            { value: 'follow', label: t('查进度') },
          ]}
          style={{ marginBottom: 16 }}
        />
        <Card>
          {side === 'raise' ? (
            <RaiseNeed requests={requests} t={t} onFollow={follow} />
          ) : (
            <FollowNeed requests={requests} t={t} code={code} />
          )}
        </Card>
      </div>
    </main>
  );
}
