import { onMoved, ReasonList, requestFailure, useTools, type ViewRecord } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { App, Button, Popconfirm, Skeleton } from 'antd';
import React from 'react';
import { announceReviewed } from '../decide/reviewed-events';
import { fetchPendingOf, fetchTimeline, withdraw } from '../requests/tasks';
import { TimelineEntries } from './TimelineEntries';

/** Reviews and transitions of a record as one timeline; its applicant may take it back while nobody has decided. */
export function RecordTimeline({ record }: { record: ViewRecord }) {
  const tools = useTools();
  const { t } = tools;
  const { collection, key } = record;
  const { message } = App.useApp();
  const { data, error, loading, refresh } = useRequest(
    async () => {
      const [timeline, pending] = await Promise.all([
        fetchTimeline(tools, collection, String(key)),
        fetchPendingOf(tools, collection, String(key)),
      ]);
      return { timeline, canWithdraw: pending.canWithdraw };
    },
    { refreshDeps: [collection, key], onError: () => undefined }, // shown below
  );
  React.useEffect(() => onMoved(collection, key, refresh), [collection, key, refresh]);
  const [withdrawFailure, setWithdrawFailure] = React.useState<unknown>();
  if (error !== undefined) return <ReasonList title={t('没有读到办理记录')} reasons={requestFailure(error).reasons} />;
  if (!data) return loading ? <Skeleton active title={false} paragraph={{ rows: 3 }} /> : null;
  const takeBack = async (): Promise<void> => {
    try {
      setWithdrawFailure(undefined);
      await withdraw(tools, { collection, recordId: String(key) });
      void message.success(t('已撤回'));
      announceReviewed();
    } catch (failure) {
      setWithdrawFailure(failure);
    }
    refresh();
  };
  return (
    <div>
      {withdrawFailure !== undefined && (
        <ReasonList title={t('没有撤回')} reasons={requestFailure(withdrawFailure).reasons} />
      )}
      <TimelineEntries {...data.timeline} t={t} />
      {data.canWithdraw && (
        <Popconfirm
          title={t('撤回后可以修改并重新提交。确定撤回吗？')}
          okText={t('撤回')}
          cancelText={t('取消')}
          onConfirm={takeBack}
        >
          <Button>{t('撤回申请')}</Button>
        </Popconfirm>
      )}
    </div>
  );
}
