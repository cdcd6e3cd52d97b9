import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Alert } from 'antd';
import React, { useEffect, useState } from 'react';

const AGAIN_MS = 5_000;

/** Above the tabs of a phone, in nobody's way. */
const PLACE: React.CSSProperties = {
  position: 'fixed',
  insetInline: 0,
  bottom: 72,
  width: 'fit-content',
  maxWidth: 'calc(100vw - 32px)',
  marginInline: 'auto',
  zIndex: 900,
};

/** To whom all of the city was there: nobody takes it away again, and the host mounts what is on a page more than once. */
const complete = new WeakSet<object>();

/** How much of the demo city is there; nothing once all of it is. */
export function DemoProgress() {
  const { request, session, t } = useTools();
  const [percent, setPercent] = useState<number | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const ask = async (): Promise<void> => {
      // who cannot reach the server is told so by the page itself
      const answer = await request<{ percent: number | null }>('hxDemo:progress').catch(() => ({ percent: null }));
      if (answer.percent === null) complete.add(session);
      if (isGone) return;
      setPercent(answer.percent);
      if (answer.percent !== null) timer = setTimeout(() => void ask(), AGAIN_MS);
    };
    if (!complete.has(session)) void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [request, session]);
  if (percent === null) return null;
  return <Alert type="info" showIcon style={PLACE} message={t('示范城市正在装载，已完成{{percent}}%', { percent })} />;
}
