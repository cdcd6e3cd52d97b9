import { ReasonList, requestFailure, type RequestReason, useTools } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Alert, Empty, Flex, Segmented, Select, Skeleton } from 'antd';
import React, { useState } from 'react';
import type { Opening, OpeningsAnswer } from '../../shared/service';
import { OpeningCard } from './OpeningCard';

type Nearness = Opening['near'];
const REACHES: Readonly<Record<Nearness, readonly Nearness[]>> = {
  community: ['community'],
  street: ['community', 'street'],
  city: ['community', 'street', 'city'],
};

/** 服务岗位: what a member can take on, nearest first; one press claims it. */
export function OpenPosts() {
  const tools = useTools();
  const { t } = tools;
  const { data, error, refresh } = useRequest(() => tools.request<OpeningsAnswer>('hxService:openings'));
  const [near, setNear] = useState<Nearness>('city');
  const [serviceClass, setServiceClass] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly RequestReason[]>([]);
  const {
    run: claim,
    loading,
    params,
  } = useRequest(
    async (opening: Opening) => {
      setRefused([]);
      const target = opening.kind === 'post' ? { postId: opening.id } : { projectId: opening.id };
      await tools.request('hxClaims:create', { data: target });
      tools.done(t('认领成功，请按时到场。'));
    },
    {
      manual: true,
      onError: (failure) => setRefused(requestFailure(failure).reasons),
      onFinally: refresh,
    },
  );
  if (error) return <ReasonList title={t('没有读到服务岗位')} reasons={requestFailure(error).reasons} />;
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />;
  const classes = [...new Set(data.openings.map((each) => each.serviceClass))].filter((title) => title !== null);
  const rows = data.openings.filter(
    (row) => REACHES[near].includes(row.near) && (serviceClass === null || row.serviceClass === serviceClass),
  );
  return (
    <section aria-label={t('服务岗位')}>
      {!data.isOnRoll && (
        <Alert type="info" showIcon message={t('完成党员报到、在社区在册后即可认领。')} style={{ marginBottom: 12 }} />
      )}
      <ReasonList title={t('没有认领成功')} reasons={refused} />
      <Flex gap={8} wrap style={{ marginBottom: 12 }}>
        <Segmented
          aria-label={t('范围')}
          value={near}
          onChange={setNear}
          options={[
            { value: 'community', label: t('本社区') },
            { value: 'street', label: t('本街道') },
            { value: 'city', label: t('全市') },
          ]}
        />
        <Select
          aria-label={t('服务类别')}
          allowClear
          placeholder={t('全部类别')}
          value={serviceClass}
          onChange={(value: string | undefined) => setServiceClass(value ?? null)}
          options={classes.map((title) => ({ value: title, label: title }))}
          style={{ flex: 1, minWidth: 120 }}
        />
      </Flex>
      {rows.length === 0 && <Empty description={t('这个范围暂时没有招募中的岗位。')} />}
      {rows.map((opening) => (
        <OpeningCard
          key={`${opening.kind}-${opening.id}`}
          opening={opening}
          t={t}
          mayClaim={data.isOnRoll}
          isBusy={loading && params[0]?.id === opening.id}
          onClaim={() => claim(opening)}
        />
      ))}
    </section>
  );
}
