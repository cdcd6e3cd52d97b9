import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Button, Form, Input, Radio, Result, Select, Typography } from 'antd';
import React from 'react';
import { useJoin, type AccountApplication, type JoinArea } from '../requests/join';
import { Problems } from './Problems';
import { useAttempt } from './use-attempt';

/** A unit's liaison or a social organisation asks for an account; the answer is a code to write down. */
export function ApplyForm() {
  const { t } = useTools();
  const requests = useJoin();
  const [areas, setAreas] = React.useState<JoinArea[]>([]);
  const [code, setCode] = React.useState<string>();
  const { problems, busy, attempt } = useAttempt();
  React.useEffect(() => {
    void attempt(async () => setAreas(await requests.areas()));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the areas are read once
  }, []);
  if (code)
    return (
      <Result
        status="success"
        title={t('申请已提交')}
        subTitle={t('请抄下查询码，它只显示这一次。社区或街道审核通过后，凭查询码开通账号。')}
        extra={
          <Typography.Title level={3} copyable style={{ letterSpacing: 2 }}>
            {code}
          </Typography.Title>
        }
      />
    );
  const required = [{ required: true, whitespace: true, message: t('请填写') }];
  const streets = new Map(areas.filter(({ level }) => level === 'street').map(({ id, name }) => [id, name]));
  const label = ({ name, parentId }: JoinArea) => [streets.get(parentId ?? ''), name].filter(Boolean).join(' / ');
  return (
    <Form<AccountApplication>
      layout="vertical"
      size="large"
      initialValues={{ kind: 'unit' }}
      onFinish={(values) => void attempt(async () => setCode((await requests.apply(values)).code))}
    >
      <Problems problems={problems} />
      <Form.Item name="kind" label={t('申请身份')}>
        <Radio.Group
          options={[
            { value: 'unit', label: t('单位联络员') },
            { value: 'socialOrg', label: t('社会组织') },
          ]}
        />
      </Form.Item>
      <Form.Item name="organizationName" label={t('单位或组织名称')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="creditCode" label={t('统一社会信用代码')} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="areaId" label={t('所在街道或社区')} rules={[{ required: true, message: t('请选择') }]}>
        <Select
          showSearch
          optionFilterProp="label"
          options={areas.map((area) => ({ value: area.id, label: label(area) }))}
        />
      </Form.Item>
      <Form.Item name="applicantName" label={t('申请人姓名')} rules={required}>
        <Input maxLength={50} autoComplete="name" />
      </Form.Item>
      <Form.Item name="phone" label={t('联系电话')} rules={required}>
        <Input maxLength={30} inputMode="tel" autoComplete="tel" />
      </Form.Item>
      <Form.Item name="note" label={t('说明（选填）')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="website" style={{ position: 'absolute', left: -10_000 }} aria-hidden>
        <Input tabIndex={-1} autoComplete="off" />
      </Form.Item>
      <Typography.Paragraph type="secondary">
        {t('所填信息仅用于核实身份和开通账号，由所在社区、街道和市级查看；未通过或开通满一年后匿名化。')}
      </Typography.Paragraph>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('提交申请')}
      </Button>
    </Form>
  );
}
