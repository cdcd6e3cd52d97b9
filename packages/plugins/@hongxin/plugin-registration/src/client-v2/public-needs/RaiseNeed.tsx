import { ReasonList, requestFailure, type RequestReason, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import React, { useState } from 'react';
import { AreaChoice } from './AreaChoice';
import { RaisedCode } from './RaisedCode';
import type { Raised } from '../../shared/public-needs';
import type { PublicRequests } from './requests';

interface Values {
  title: string;
  description: string;
  areaId: string;
  wantedBy?: Dayjs | null;
  contactName?: string;
  contactPhone?: string;
  answer: string;
  website?: string;
}

export interface RaiseNeedProps {
  requests: PublicRequests;
  t: Translate;
  onFollow(code: string): void;
}

/** The form: what, where, by when, and how to reach who asks. What is typed stays when it is refused. */
export function RaiseNeed({ requests, t, onFollow }: RaiseNeedProps) {
  const [form] = Form.useForm<Values>();
  const [raised, setRaised] = useState<Raised | null>(null);
  const [refused, setRefused] = useState<readonly RequestReason[]>([]);
  const { data: question, refresh } = useRequest(requests.question);
  const { run: submit, loading } = useRequest(
    async ({ wantedBy, ...values }: Values) => {
      setRefused([]);
      const day = wantedBy ? wantedBy.format('YYYY-MM-DD') : '';
      setRaised(await requests.raise({ ...values, wantedBy: day, token: question?.token ?? '' }));
    },
    {
      manual: true,
      onError: (failure) => {
        const { reasons } = requestFailure(failure);
        setRefused(reasons);
        // every refused attempt gets a new question; giving a field a value forgets its errors, so the errors come after
        form.setFieldValue('answer', '');
        form.setFields(
          reasons
            .filter(({ field }) => field)
            .map(({ field, message }) => ({ name: field as keyof Values, errors: [message] })),
        );
        refresh();
      },
    },
  );
  if (raised) {
    const another = (): void => {
      form.resetFields();
      setRaised(null);
      refresh();
    };
    return <RaisedCode raised={raised} t={t} onFollow={() => onFollow(raised.code)} onAnother={another} />;
  }
  const required = (message: string) => [{ required: true, whitespace: true, message: t(message) }];
  return (
    <Form<Values> form={form} layout="vertical" size="large" onFinish={submit} requiredMark="optional">
      <Form.Item name="title" label={t('需要什么帮助')} rules={required('请用一句话说明需求')}>
        <Input maxLength={50} showCount placeholder={t('例如：老人需要法律咨询')} />
      </Form.Item>
      <Form.Item name="description" label={t('具体情况')} rules={required('请说明具体情况')}>
        <Input.TextArea maxLength={500} showCount rows={4} placeholder={t('请勿填写身份证号、银行卡号等信息')} />
      </Form.Item>
      <Form.Item name="areaId" label={t('所在小区或社区')} rules={required('请选择所在小区或社区')}>
        <AreaChoice requests={requests} t={t} />
      </Form.Item>
      <Form.Item name="wantedBy" label={t('希望完成日期')}>
        <DatePicker
          style={{ width: '100%' }}
          inputReadOnly
          placeholder={t('不急可不填')}
          disabledDate={(day) => day.isBefore(dayjs(), 'day')}
        />
      </Form.Item>
      <Form.Item name="contactName" label={t('怎么称呼您')}>
        <Input maxLength={20} autoComplete="name" />
      </Form.Item>
      <Form.Item
        name="contactPhone"
        label={t('联系电话')}
        extra={t('只有社区经办人能看到，默认隐去中间四位；不填也可以凭查询码看进度。')}
      >
        <Input maxLength={30} inputMode="tel" autoComplete="tel" />
      </Form.Item>
      <div aria-hidden style={{ position: 'absolute', left: -9999, height: 0, overflow: 'hidden' }}>
        <Form.Item name="website" label="website">
          <Input tabIndex={-1} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="answer" label={question?.question ?? t('验证问题')} rules={required('请回答验证问题')}>
        <Input maxLength={4} inputMode="numeric" autoComplete="off" placeholder={t('请填数字')} />
      </Form.Item>
      <ReasonList title={t('还不能提交')} reasons={refused} />
      <Button type="primary" htmlType="submit" block loading={loading}>
        {t('提交需求')}
      </Button>
    </Form>
  );
}
