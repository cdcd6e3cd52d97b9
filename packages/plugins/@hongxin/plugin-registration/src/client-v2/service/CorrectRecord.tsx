import {
  idempotencyKeys,
  ReasonList,
  requestFailure,
  type RequestReason,
  useTools,
} from '@hongxin/plugin-foundation/client-v2';
import { durationText } from '@hongxin/rules/mechanism';
import { useRequest } from 'ahooks';
import { Button, DatePicker, Form, Input, Radio, Skeleton, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import React, { useMemo, useState } from 'react';
import { periodText } from './times';

interface VerifiedRecord {
  memberName: string | null;
  startsAt: string;
  endsAt: string;
  minutes: number;
  post: { title: string } | null;
  project: { title: string } | null;
}

interface Answers {
  kind: 'change' | 'cancel';
  times?: [Dayjs, Dayjs];
  reason: string;
}

export interface CorrectRecordProps {
  recordId: string | number;
  onDone(): void;
}

/** 更正 of verified hours: taken back by a reversing entry, and the right ones entered, in one go. */
export function CorrectRecord({ recordId, onDone }: CorrectRecordProps) {
  const tools = useTools();
  const { t } = tools;
  const [form] = Form.useForm<Answers>();
  const kind = Form.useWatch('kind', form);
  const [refused, setRefused] = useState<readonly RequestReason[]>([]);
  const keyFor = useMemo(idempotencyKeys, []);
  const params = { filterByTk: recordId, appends: ['post', 'project'] };
  const read = useRequest(() => tools.request<VerifiedRecord>('hxServiceRecords:get', { params }), {
    onSuccess: ({ startsAt, endsAt }) => form.setFieldsValue({ times: [dayjs(startsAt), dayjs(endsAt)] }),
    onError: () => undefined, // shown below
  });
  const { run, loading } = useRequest(
    async ({ kind: chosen, times, reason }: Answers) => {
      setRefused([]);
      const [from, to] = times ?? [];
      const changed = chosen === 'change' ? { startsAt: from?.toISOString(), endsAt: to?.toISOString() } : {};
      const data = { reason, ...changed };
      const headers = { 'Idempotency-Key': keyFor({ recordId, data }) };
      await tools.request(`hxServiceRecords:correct/${recordId}`, { data, headers });
      tools.done(t('已更正'));
      onDone();
    },
    { manual: true, onError: (failure) => setRefused(requestFailure(failure).reasons) },
  );
  if (read.error) return <ReasonList title={t('没有读到服务记录')} reasons={requestFailure(read.error).reasons} />;
  const record = read.data;
  if (!record) return <Skeleton active paragraph={{ rows: 5 }} />;
  const required = (label: string) => [{ required: true, message: t('请填写{{label}}', { label }) }];
  return (
    <Form<Answers> form={form} layout="vertical" initialValues={{ kind: 'change' }} onFinish={run} disabled={loading}>
      <Typography.Paragraph>
        {record.memberName} · {record.post?.title ?? record.project?.title}
        <br />
        {periodText(record.startsAt, record.endsAt, t)} · {durationText(record.minutes, tools.language)}
      </Typography.Paragraph>
      <ReasonList title={t('没有更正')} reasons={refused} />
      <Form.Item name="kind" label={t('怎样更正')}>
        <Radio.Group
          options={[
            { value: 'change', label: t('改为正确的时间') },
            { value: 'cancel', label: t('整条冲销') },
          ]}
        />
      </Form.Item>
      {kind !== 'cancel' && (
        <Form.Item name="times" label={t('正确的时间')} rules={required(t('正确的时间'))}>
          <DatePicker.RangePicker
            showTime={{ format: 'HH:mm', minuteStep: 5 }}
            format="YYYY-MM-DD HH:mm"
            style={{ width: '100%' }}
          />
        </Form.Item>
      )}
      <Form.Item name="reason" label={t('更正原因')} rules={required(t('更正原因'))}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <Typography.Paragraph type="secondary">
        {t('原记录不会被改写：系统记一条冲销，再记一条正确的时长，两条都算作由您认定。')}
      </Typography.Paragraph>
      <Button type="primary" htmlType="submit" loading={loading} block>
        {t('提交更正')}
      </Button>
    </Form>
  );
}
