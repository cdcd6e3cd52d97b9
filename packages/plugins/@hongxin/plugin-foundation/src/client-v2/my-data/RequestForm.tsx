import { Button, Form, Input, Select, Typography } from 'antd';
import React from 'react';
import { ReasonList } from '../components/ReasonList';
import { type Translate } from '../tools/texts';
import { requestFailure, type RequestReason } from '../requests/errors';
import { type MyDataItem } from '../requests/my-data';

export interface RequestValues {
  field?: string;
  proposedValue?: string;
  reason: string;
}

interface RequestFormProps {
  t: Translate;
  kind: 'correction' | 'deletion';
  items: readonly MyDataItem[];
  send(values: RequestValues): Promise<void>;
  onCancel(): void;
}

/** Asks what should be put right, or why a record should lose my data. */
export function RequestForm({ t, kind, items, send, onCancel }: RequestFormProps) {
  const [problems, setProblems] = React.useState<RequestReason[]>([]);
  const [busy, setBusy] = React.useState(false);
  const submit = async (values: RequestValues): Promise<void> => {
    setBusy(true);
    try {
      await send(values);
    } catch (error) {
      setProblems(requestFailure(error).reasons);
    } finally {
      setBusy(false);
    }
  };
  const explanation =
    kind === 'correction'
      ? t('由管理您信息的社区、街道或市级核实后更正，结果会显示在“我的请求”。')
      : t('核实后会清除这条记录中的个人信息，只保留统计所需内容，不能恢复。仍在办理的记录需先注销。');
  const required = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <Form<RequestValues> layout="vertical" size="large" onFinish={(values) => void submit(values)}>
      <Typography.Paragraph type="secondary">{explanation}</Typography.Paragraph>
      <ReasonList title={t('没有提交')} reasons={problems} />
      {kind === 'correction' && (
        <>
          <Form.Item name="field" label={t('要更正的内容')} rules={[{ required: true, message: t('请选择') }]}>
            <Select
              options={items
                .filter(({ canCorrect }) => canCorrect)
                .map(({ name, title, value }) => ({ value: name, label: value ? `${title}（${value}）` : title }))}
            />
          </Form.Item>
          <Form.Item name="proposedValue" label={t('更正为')} rules={required(t('请填写更正后的内容'))}>
            <Input maxLength={255} />
          </Form.Item>
        </>
      )}
      <Form.Item name="reason" label={t('理由')} rules={required(t('请写明理由'))}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
        <Button onClick={onCancel}>{t('取消')}</Button>
        <Button type="primary" danger={kind === 'deletion'} htmlType="submit" loading={busy}>
          {t('提交')}
        </Button>
      </div>
    </Form>
  );
}
