import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { type APIClientLike } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { Card, Col, Row, Statistic } from 'antd';
import React from 'react';

interface OwnYear {
  claims: number;
  served: number;
  hours: number;
}

interface Page<T> {
  data: T[];
  meta?: { count?: number };
}

/** A member's claims and verified hours of this year; null where service is not part of the installation. */
async function ownYear(api: APIClientLike, userId: number): Promise<OwnYear | null> {
  const year = new Date().getFullYear();
  const list = async <T,>(collection: string, filter: object, fields: string[]): Promise<T[]> => {
    const params = { filter: { ownerId: userId, year, ...filter }, fields, pageSize: 500 };
    return (await api.request<Page<T>>({ url: `${collection}:list`, params, skipNotify: true })).data.data;
  };
  try {
    const claims = await list<{ state: string }>('hxClaims', { state: { $notIn: ['withdrawn', 'cancelled'] } }, [
      'state',
    ]);
    const records = await list<{ minutes: number }>('hxServiceRecords', { state: 'verified' }, ['minutes']);
    const minutes = records.reduce((sum, record) => sum + record.minutes, 0);
    return {
      claims: claims.length,
      served: claims.filter(({ state }) => state === 'served').length,
      hours: Math.round(minutes / 6) / 10,
    };
  } catch (error) {
    const { status } = (error as { response?: { status?: number } }).response ?? {};
    if (status === 403 || status === 404) return null;
    throw error;
  }
}

export interface OwnServiceProps {
  api: APIClientLike;
  userId: number;
  t: Translate;
}

/** My claims and hours of the year. */
export function OwnService({ api, userId, t }: OwnServiceProps) {
  const { data } = useRequest(() => ownYear(api, userId), { refreshDeps: [userId] });
  if (!data) return null;
  const figures: [string, number][] = [
    [t('认领'), data.claims],
    [t('办结认领'), data.served],
    [t('认定小时'), data.hours],
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
    </Card>
  );
}
