import { momentText } from '@hongxin/plugin-foundation/client-v2';
import { Alert, Typography } from 'antd';
import React from 'react';
import { type Translate } from '../locale';

export interface IssuedLink {
  address: string;
  until: string;
}

/** @param page address of the join page, without its query */
export function issuedLink(page: string, { token, expiresAt }: { token: string; expiresAt: string }): IssuedLink {
  return { address: `${page}?invitation=${token}`, until: momentText(expiresAt) };
}

/** A link to hand to whom it was made for; it is shown once. */
export function InvitationLink({ t, link }: { t: Translate; link: IssuedLink }) {
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
