import { ReasonList, requestFailure, type RequestReason, useTools } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Button, DatePicker, Form, Input, InputNumber, Select, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import React, { useState } from 'react';
import type { ClaimableNeed, ClaimingUnit } from '../../shared/claiming';
import { takingOn, type TakeOnValues } from './take-on';

export interface TakeOnNeedProps {
  need: ClaimableNeed;
  units: readonly ClaimingUnit[];
  onDone(): void;
  /** The need may have gone to another unit: what is shown is read again. */
  onStale(): void;
}

type Answers = Omit<TakeOnValues, 'deadline'> & { deadline: Dayjs };

const isPast = (day: Dayjs): boolean => day.isBefore(dayjs(), 'day');

const FIELDS = ['unitId', 'resourceId', 'personInCharge', 'personInChargePhone', 'measures', 'deadline', 'headCount'];

/** The short form of a unit that takes on a whole need; the community then agrees to it. */
export function TakeOnNeed({ need, units, onDone, onStale }: TakeOnNeedProps) {
  const tools = useTools();
  const { t } = tools;
  const [form] = Form.useForm<Answers>();
  const [refused, setRefused] = useState<readonly RequestReason[]>([]);
  // one for the life of the form: a second press corrects the draft that the first has written
  const [takeOn] = useState(() => takingOn(tools, need));
  const unitId = Form.useWatch('unitId', form) ?? units[0].id;
  const resources = units.find(({ id }) => id === unitId)?.resources ?? [];
  const { run, loading } = useRequest(
    async ({ deadline, ...answers }: Answers) => {
      setRefused([]);
      await takeOn({ ...answers, unitId: answers.unitId ?? units[0].id, deadline: deadline.format('YYYY-MM-DD') });
      tools.done(t('认领成功，社区同意后即可实施。'));
      onDone();
    },
    {
      manual: true,
      onError: (failure) => {
        const { reasons } = requestFailure(failure);
        form.setFields(
          FIELDS.map((name) => ({
            name: name as keyof Answers,
            errors: reasons.filter(({ field }) => field === name).map(({ message }) => message),
          })),
        );
        setRefused(reasons.filter(({ field }) => !FIELDS.includes(field ?? '')));
        if (reasons.some(({ code }) => code === 'NEED_NOT_OPEN')) onStale();
      },
    },
  );
  const required = (label: string) => [{ required: true, whitespace: true, message: t('请填写{{label}}', { label }) }];
  const initial = {
    unitId: units[0].id,
    headCount: need.peopleWanted ?? 0,
    ...(need.wantedBy && !isPast(dayjs(need.wantedBy)) ? { deadline: dayjs(need.wantedBy) } : {}),
  };
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={run} disabled={loading} requiredMark>
      <Typography.Paragraph type="secondary">
        {t('整项认领后成为本单位的共建项目，由社区同意实施；只出人的，等岗位开设后认领名额。')}
      </Typography.Paragraph>
      <ReasonList title={t('没有认领成功')} reasons={refused} />
      {units.length > 1 && (
        <Form.Item name="unitId" label={t('认领单位')}>
          <Select
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={() => form.setFieldValue('resourceId', undefined)}
          />
        </Form.Item>
      )}
      <Form.Item name="personInCharge" label={t('项目负责人')} rules={required(t('项目负责人'))}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="personInChargePhone" label={t('负责人电话')}>
        <Input maxLength={30} inputMode="tel" />
      </Form.Item>
      <Form.Item name="measures" label={t('工作举措')} rules={required(t('工作举措'))}>
        <Input.TextArea rows={3} maxLength={1000} placeholder={t('怎么做、分几步、投入什么')} />
      </Form.Item>
      <Form.Item
        name="deadline"
        label={t('完成期限')}
        rules={[{ required: true, message: t('请填写{{label}}', { label: t('完成期限') }) }]}
      >
        <DatePicker style={{ width: '100%' }} inputReadOnly disabledDate={isPast} />
      </Form.Item>
      <Form.Item name="headCount" label={t('招募党员人数')} extra={t('不招募填 0。')}>
        <InputNumber min={0} max={1000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      {resources.length > 0 && (
        <Form.Item name="resourceId" label={t('投入资源')}>
          <Select allowClear options={resources.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={loading}>
        {t('认领这项需求')}
      </Button>
    </Form>
  );
}
