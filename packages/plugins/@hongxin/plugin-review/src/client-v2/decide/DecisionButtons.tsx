import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Button, theme } from 'antd';
import React from 'react';
import { type Decision } from '../../shared/constants';
import { type OpenAllowed } from '../../shared/contract';

interface DecisionButtonsProps {
  allowed: OpenAllowed;
  busy: Decision | undefined;
  touch: boolean;
  t: Translate;
  onDecide(decision: 'approve' | 'return' | 'reject'): void;
  onHandOver(kind: 'transfer' | 'addSigner'): void;
}

/** The decisions open to this reviewer; on a phone side by side in full width, and in sight while there is more above. */
export function DecisionButtons({ allowed, busy, touch, t, onDecide, onHandOver }: DecisionButtonsProps) {
  const { token } = theme.useToken();
  const stretch = touch ? { flex: '1 1 28%' } : {};
  const inSight = {
    position: 'sticky' as const,
    bottom: 0,
    zIndex: 1,
    paddingBlock: '8px calc(8px + env(safe-area-inset-bottom))',
    background: token.colorBgLayout,
  };
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, ...(touch ? inSight : {}) }}>
      {allowed.approve && (
        <Button
          type="primary"
          style={stretch}
          loading={busy === 'approve'}
          disabled={busy !== undefined && busy !== 'approve'}
          onClick={() => onDecide('approve')}
        >
          {t('同意')}
        </Button>
      )}
      {allowed.return && (
        <Button style={stretch} loading={busy === 'return'} onClick={() => onDecide('return')}>
          {t('退回')}
        </Button>
      )}
      {allowed.reject && (
        <Button danger style={stretch} loading={busy === 'reject'} onClick={() => onDecide('reject')}>
          {t('驳回')}
        </Button>
      )}
      {(allowed.transfer || allowed.addSigner) && (
        <span
          style={{ display: 'inline-flex', gap: 8, ...(touch ? { flex: '1 1 28%' } : { marginInlineStart: 'auto' }) }}
        >
          {allowed.transfer && (
            <Button type="text" style={stretch} onClick={() => onHandOver('transfer')}>
              {t('转办')}
            </Button>
          )}
          {allowed.addSigner && (
            <Button type="text" style={stretch} onClick={() => onHandOver('addSigner')}>
              {t('加签')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
