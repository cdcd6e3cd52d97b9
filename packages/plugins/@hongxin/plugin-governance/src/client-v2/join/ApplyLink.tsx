import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Typography } from 'antd';
import React from 'react';

export function ApplyLink({ address }: { address: string }) {
  const { t } = useTools();
  return <Typography.Link href={address}>{t('单位、社会组织申请账号')}</Typography.Link>;
}
