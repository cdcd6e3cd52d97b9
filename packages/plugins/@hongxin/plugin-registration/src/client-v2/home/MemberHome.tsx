import { ReasonList, requestFailure, useTools } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Card, Skeleton, Space } from 'antd';
import React, { useMemo } from 'react';
import { ReceiptCard } from '../components/ReceiptCard';
import { MEMBER_REGISTRATIONS } from '../constants';
import { MEMBER_HINTS } from '../receipts/hints';
import { memberPaper } from '../receipts/paper';
import { Wizard } from '../register/Wizard';
import { fetchOwnReceipt } from '../requests/receipts';
import { registerRequests } from '../requests/register';
import { Certificates } from './Certificates';
import { OwnService } from './OwnService';

const OPEN = ['draft', 'returned'];

/** 我的: my registration (begun here by who has none), my claims, my hours, my certificates. */
export function MemberHome() {
  const tools = useTools();
  const { t, language, userId } = tools;
  const requests = useMemo(() => registerRequests(tools), [tools]);
  const read = async () => {
    const [latest] = await requests.own(userId);
    const isOpen = latest === undefined || OPEN.includes(latest.state);
    return { latest, start: isOpen ? await requests.start() : null };
  };
  const { data, error, refresh } = useRequest(read, { refreshDeps: [userId] });
  if (error) return <ReasonList title={t('没有读到报到信息')} reasons={requestFailure(error).reasons} />;
  if (!data) return <Skeleton active />;
  const { latest, start } = data;
  if (start)
    return (
      <Card title={latest?.state === 'returned' ? t('报到被退回，请修改后再提交') : t('在职党员到社区报到')}>
        <Wizard
          requests={requests}
          start={start}
          draftId={latest?.id}
          language={language}
          t={t}
          onSubmitted={refresh}
        />
      </Card>
    );
  return (
    <Space direction="vertical" size="middle" style={{ width: '100%' }}>
      <Card size="small" title={t('我的报到')}>
        <ReceiptCard
          collection={MEMBER_REGISTRATIONS}
          load={() => fetchOwnReceipt(tools)}
          of={latest?.id}
          sheet="memberReceipt"
          paperOf={memberPaper}
          hints={MEMBER_HINTS}
        />
      </Card>
      <OwnService />
      <Certificates />
    </Space>
  );
}
