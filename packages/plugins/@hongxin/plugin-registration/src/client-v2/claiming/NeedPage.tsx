import { HouseTheme, useTools } from '@hongxin/plugin-foundation/client-v2';
import { Button, Card, theme } from 'antd';
import React from 'react';
import { useLocation } from 'react-router-dom';
import { ClaimNeed } from './ClaimNeed';

const needIdOf = (pathname: string): string => /\/needs\/(\d+)/.exec(pathname)?.[1] ?? '0';

/** One need, and claiming it: for those who were sent a link. */
export default function NeedPage() {
  return (
    <HouseTheme>
      <OneNeed />
    </HouseTheme>
  );
}

function OneNeed() {
  const { t, navigate } = useTools();
  const { token } = theme.useToken();
  const needId = needIdOf(useLocation().pathname);
  const [round, setRound] = React.useState(0);
  return (
    <main
      style={{
        minHeight: '100vh',
        padding: '24px 16px calc(32px + env(safe-area-inset-bottom))',
        background: `linear-gradient(${token.colorPrimaryBg}, ${token.colorBgLayout} 320px)`,
      }}
    >
      <div style={{ maxWidth: 640, margin: '0 auto' }}>
        <Card>
          <ClaimNeed
            key={`${needId}.${round}`}
            needId={needId}
            onClaimed={() => undefined}
            onTakenOn={() => setRound((before) => before + 1)}
          />
        </Card>
        <Button type="link" block style={{ marginTop: 12 }} onClick={() => navigate('/')}>
          {t('返回首页')}
        </Button>
      </div>
    </main>
  );
}
