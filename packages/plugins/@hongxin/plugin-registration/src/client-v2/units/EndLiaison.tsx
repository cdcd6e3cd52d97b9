import { ReasonList, requestFailure, type RequestReason, useTools } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Button, Result, Skeleton, Typography } from 'antd';
import React, { useState } from 'react';
import { UNITS } from '../constants';

interface UnitWithLiaison {
  name: string;
  liaison: { nickname: string | null; username: string | null } | null;
}

export interface EndLiaisonProps {
  unitId: string | number;
  onDone(): void;
}

/** 解除联络员: the account sees nothing of the unit any more, and nobody takes its place yet. */
export function EndLiaison({ unitId, onDone }: EndLiaisonProps): React.ReactElement {
  const tools = useTools();
  const { t } = tools;
  const [refused, setRefused] = useState<readonly RequestReason[]>([]);
  const read = useRequest(
    () => tools.request<UnitWithLiaison>(`${UNITS}:get`, { params: { filterByTk: unitId, appends: ['liaison'] } }),
    { onError: () => undefined }, // shown below
  );
  const { run, loading } = useRequest(
    async () => {
      setRefused([]);
      await tools.request(`${UNITS}:update?filterByTk=${unitId}`, { data: { liaison: null } });
      tools.done(t('已解除联络员'));
      onDone();
    },
    { manual: true, onError: (failure) => setRefused(requestFailure(failure).reasons) },
  );
  if (read.error) return <ReasonList title={t('没有读到单位')} reasons={requestFailure(read.error).reasons} />;
  if (!read.data) return <Skeleton active paragraph={{ rows: 3 }} />;
  const { name, liaison } = read.data;
  if (!liaison) return <Result status="info" title={t('“{{name}}”现在没有联络员', { name })} />;
  return (
    <>
      <Typography.Paragraph strong>
        {name} · {t('联络员')} {liaison.nickname ?? liaison.username}
      </Typography.Paragraph>
      <Typography.Paragraph>
        {t(
          '解除后，该账号不再看到这个单位的任何记录。单位的报到、项目和反馈保持原样，由社区代为办理，直到新的联络员接受邀请。',
        )}
      </Typography.Paragraph>
      <ReasonList title={t('没有解除')} reasons={refused} />
      <Button type="primary" danger block loading={loading} onClick={run}>
        {t('解除联络员')}
      </Button>
    </>
  );
}
