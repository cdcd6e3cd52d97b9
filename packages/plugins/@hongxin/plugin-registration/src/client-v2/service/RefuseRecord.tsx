import {
  idempotencyKeys,
  ReasonList,
  requestFailure,
  type RequestReason,
  useTools,
} from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Input, Modal, Typography } from 'antd';
import React, { useMemo, useState } from 'react';
import type { PendingRecord } from './PendingRecords';

export interface RefuseRecordProps {
  /** The record to refuse; null: closed. */
  record: PendingRecord | null;
  onClose(isDone: boolean): void;
}

/** Nobody's hours are refused unexplained. */
export function RefuseRecord({ record, onClose }: RefuseRecordProps) {
  const tools = useTools();
  const { t } = tools;
  const [opinion, setOpinion] = useState('');
  const [refused, setRefused] = useState<readonly RequestReason[]>([]);
  const keyFor = useMemo(idempotencyKeys, []);
  const close = (isDone: boolean): void => {
    setOpinion('');
    setRefused([]);
    onClose(isDone);
  };
  const { run, loading } = useRequest(
    async () => {
      const data = { transition: 'refuse', opinion };
      const headers = { 'Idempotency-Key': keyFor({ id: record?.id, data }) };
      await tools.request(`hxServiceRecords:transition/${record?.id}`, { data, headers });
      close(true);
    },
    { manual: true, onError: (failure) => setRefused(requestFailure(failure).reasons) },
  );
  return (
    <Modal
      open={record !== null}
      title={t('不予认定')}
      okText={t('不予认定')}
      cancelText={t('取消')}
      okButtonProps={{ danger: true, loading, disabled: opinion.trim() === '' }}
      onOk={run}
      onCancel={() => close(false)}
      destroyOnClose
    >
      <Typography.Paragraph>
        {t('“{{name}}”的这条记录不计时长，原因会告知本人。', { name: record?.memberName ?? '' })}
      </Typography.Paragraph>
      <ReasonList title={t('没有办成')} reasons={refused} />
      <Input.TextArea
        aria-label={t('原因')}
        placeholder={t('请写明原因')}
        value={opinion}
        maxLength={500}
        rows={3}
        onChange={({ target }) => setOpinion(target.value)}
      />
    </Modal>
  );
}
