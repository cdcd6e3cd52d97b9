import { useTools, type Requests } from '@hongxin/plugin-foundation/client-v2';
import { durationText } from '@hongxin/rules/mechanism';
import { useRequest } from 'ahooks';
import { Card, Col, Row, Statistic } from 'antd';
import React from 'react';
import type { MyHoursAnswer } from '../../shared/service';
import { TakenBack } from '../service/TakenBack';

/** A member's claims and verified hours of this year; null where service is not part of the installation. */
async function ownYear({ request }: Requests): Promise<MyHoursAnswer | null> {
  try {
    return await request<MyHoursAnswer>('hxService:myHours');
  } catch (error) {
    const { status } = (error as { response?: { status?: number } }).response ?? {};
    if (status === 403 || status === 404) return null;
    throw error;
  }
}

/** My claims and hours of the year, as the server counts them: the year is China's, not the phone's. */
export function OwnService() {
  const tools = useTools();
  const { t, language, userId } = tools;
  const { data } = useRequest(() => ownYear(tools), { refreshDeps: [userId] });
  if (!data) return null;
  const figures: [string, number | string][] = [
    [t('认领'), data.claims.made],
    [t('办结认领'), data.claims.served],
    [t('认定时长'), durationText(Math.max(0, data.verified), language)],
  ];
  return (
    <Card size="small" title={t('我的服务（本年）')}>
      <Row>
        {figures.map(([title, value]) => (
          <Col key={title} span={8}>
            <Statistic title={title} value={value} />
          </Col>
        ))}
      </Row>
      <TakenBack hours={data} language={language} t={t} />
    </Card>
  );
}
