import { momentText, useTools } from '@hongxin/plugin-foundation/client-v2';
import { Alert, Typography } from 'antd';
import React from 'react';

export interface IssuedLink {
  address: string;
  until: string;
}

/** A link to the join page, in the modern client wherever this one runs. */
export function issuedLink({ token, expiresAt }: { token: string; expiresAt: string }): IssuedLink {
  return { address: `${window.location.origin}/v/join?invitation=${token}`, until: momentText(expiresAt) };
}

/** A link to hand to whom it was made for; it is shown once. */
export function InvitationLink({ link }: { link: IssuedLink }) {
  const { t } = useTools();
  return (
    <Alert
      type="success"
      style={{ marginTop: 12 }}
      message={t('链接只能使用一次，有效期至{{until}}，请单独发给本人。', { until: link.until })}
      description={
        <Typography.Text copyable style={{ overflowWrap: 'anywhere' }}>
          {link.address}
        </Typography.Text>
      }
    />
  );
}
