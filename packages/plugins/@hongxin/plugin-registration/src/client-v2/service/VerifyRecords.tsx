import {
  momentText,
  ReasonList,
  requestFailure,
  type RequestReason,
  useTools,
} from '@hongxin/plugin-foundation/client-v2';
import { usePageArea } from '@hongxin/plugin-governance/client-v2';
import { useRequest } from 'ahooks';
import { Button, Flex, Modal, Rate, Skeleton, Space, Typography } from 'antd';
import React, { useEffect, useState } from 'react';
import { PendingRecords, type PendingRecord } from './PendingRecords';
import { RefuseRecord } from './RefuseRecord';

const PAGE_SIZE = 50;
const CHOOSER_PX = 220;

/** 待认定: hours the host verifies, several at once; one that is not right is refused with the reason. */
export function VerifyRecords() {
  const tools = useTools();
  const { t } = tools;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly RequestReason[]>([]);
  const [refusing, setRefusing] = useState<PendingRecord | null>(null);
  const [isAsking, setAsking] = useState(false);
  /** What those served said, in stars; 0 as long as nobody has said anything. */
  const [stars, setStars] = useState(0);
  const { filter, chooser } = usePageArea(CHOOSER_PX);
  const { data, error, refresh } = useRequest(
    () =>
      tools.request<PendingRecord[]>('hxServiceRecords:list', {
        params: {
          filter: { state: 'pending', ...filter },
          appends: ['post', 'project', 'area'],
          sort: ['startsAt', 'id'],
          pageSize: PAGE_SIZE,
        },
      }),
    { refreshDeps: [filter] },
  );
  useEffect(() => setChosen([]), [filter]);
  const { run: verify, loading } = useRequest(
    async () => {
      setRefused([]);
      const rating = stars > 0 ? { rating: String(stars) } : {};
      await tools.request('hxServiceRecords:verifyMany', { data: { ids: chosen, ...rating } });
      tools.done(t('已认定 {{count}} 条', { count: chosen.length }));
      setChosen([]);
    },
    { manual: true, onError: (failure) => setRefused(requestFailure(failure).reasons), onFinally: refresh },
  );
  if (error) return <ReasonList title={t('没有读到服务记录')} reasons={requestFailure(error).reasons} />;
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />;
  const isAll = data.length > 0 && chosen.length === data.length;
  return (
    <section aria-label={t('待认定记录')}>
      <ReasonList title={t('没有认定成功')} reasons={refused} />
      <Flex gap={8} wrap style={{ marginBottom: 12 }}>
        <Button
          type="primary"
          loading={loading}
          disabled={chosen.length === 0}
          onClick={() => {
            setStars(0);
            setAsking(true);
          }}
        >
          {t('认定所选（{{count}}）', { count: chosen.length })}
        </Button>
        <Space>
          <Button onClick={() => setChosen(isAll ? [] : data.map(({ id }) => String(id)))} disabled={data.length === 0}>
            {isAll ? t('取消全选') : t('全选')}
          </Button>
          <Button onClick={refresh}>{t('刷新')}</Button>
        </Space>
        {chooser}
      </Flex>
      <PendingRecords
        rows={data}
        chosen={chosen}
        onChoose={setChosen}
        onRefuse={setRefusing}
        asCards={tools.isPhone}
        t={t}
        language={tools.language}
        timeOf={momentText}
      />
      <Modal
        open={isAsking}
        title={t('认定所选 {{count}} 条记录？', { count: chosen.length })}
        okText={t('认定')}
        cancelText={t('取消')}
        onOk={() => {
          setAsking(false);
          verify();
        }}
        onCancel={() => setAsking(false)}
      >
        <Typography.Paragraph>{t('认定后不能修改，有误只能冲销。')}</Typography.Paragraph>
        <Typography.Paragraph style={{ marginBottom: 4 }}>{t('服务对象评价（选填）')}</Typography.Paragraph>
        <Rate value={stars} onChange={setStars} aria-label={t('服务对象评价（选填）')} />
        <Typography.Paragraph type="secondary" style={{ marginTop: 4 }}>
          {t('按服务对象的反馈打分，计入年度满意度；不填不计。')}
        </Typography.Paragraph>
      </Modal>
      <RefuseRecord
        record={refusing}
        onClose={(isDone) => {
          setRefusing(null);
          if (isDone) refresh();
        }}
      />
    </section>
  );
}
