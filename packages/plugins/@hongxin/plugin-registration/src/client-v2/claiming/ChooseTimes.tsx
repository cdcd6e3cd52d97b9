import { ReasonList, requestFailure, type RequestReason, useTools } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Button, DatePicker, Form, Select, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import React, { useState } from 'react';
import type { ClaimableNeed } from '../../shared/claiming';

export interface ChooseTimesProps {
  need: ClaimableNeed;
  onDone(): void;
  /** Somebody else may have been faster: what is shown is read again. */
  onStale(): void;
}

interface Answers {
  day: Dayjs;
  clock: string;
  hours: number;
}

/** How long a service lasts, in hours; half a day at a time is usual. */
const LENGTHS = [1, 2, 3, 4, 6, 8];
/** Every half hour of a day in which people are about. */
const CLOCKS = Array.from({ length: 32 }, (_each, index) => {
  const hour = String(6 + Math.floor(index / 2)).padStart(2, '0');
  return `${hour}:${index % 2 === 0 ? '00' : '30'}`;
});

/** A member takes on a published need: when, and for how long. */
export function ChooseTimes({ need, onDone, onStale }: ChooseTimesProps) {
  const tools = useTools();
  const { t } = tools;
  const [refused, setRefused] = useState<readonly RequestReason[]>([]);
  const { run, loading } = useRequest(
    async ({ day, clock, hours }: Answers) => {
      setRefused([]);
      const startsAt = dayjs(`${day.format('YYYY-MM-DD')}T${clock}:00`);
      const endsAt = startsAt.add(hours, 'hour');
      const data = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
      await tools.request(`hxNeeds:takeOn/${need.id}`, { data });
      tools.done(t('认领成功，请按时到场。'));
      onDone();
    },
    {
      manual: true,
      onError: (failure) => {
        const { reasons } = requestFailure(failure);
        setRefused(reasons);
        if (reasons.some(({ code }) => code === 'NEED_NOT_OPEN')) onStale();
      },
    },
  );
  const required = (label: string) => [{ required: true, message: t('请填写{{label}}', { label }) }];
  return (
    <Form<Answers> layout="vertical" initialValues={{ hours: 2 }} onFinish={run} disabled={loading}>
      <Typography.Paragraph type="secondary">
        {t('选定服务时间后即为您开设服务岗位，其他党员可以认领余下的名额；请先与社区商定时间。')}
      </Typography.Paragraph>
      <ReasonList title={t('没有认领成功')} reasons={refused} />
      <Form.Item name="day" label={t('服务日期')} rules={required(t('服务日期'))}>
        <DatePicker style={{ width: '100%' }} inputReadOnly disabledDate={(day) => day.isBefore(dayjs(), 'day')} />
      </Form.Item>
      <Form.Item name="clock" label={t('开始时间')} rules={required(t('开始时间'))}>
        <Select options={CLOCKS.map((clock) => ({ value: clock, label: clock }))} />
      </Form.Item>
      <Form.Item name="hours" label={t('服务时长')}>
        <Select options={LENGTHS.map((hours) => ({ value: hours, label: t('{{hours}} 小时', { hours }) }))} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={loading}>
        {t('认领这项需求')}
      </Button>
    </Form>
  );
}
