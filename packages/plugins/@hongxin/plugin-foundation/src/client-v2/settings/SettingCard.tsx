import { App, Button, Card, Form, Input, InputNumber, Space, Switch, Tag, TimePicker, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import React from 'react';
import { ReasonList } from '../components/ReasonList';
import { useTools } from '../tools/tools';
import { requestFailure, type RequestReason } from '../requests/errors';
import { saveSetting, type SettingField, type SettingForm } from '../requests/setting-forms';
import { readField, writeFields, type FieldValue } from './setting-values';

interface Filled {
  fields: FieldValue[];
}

const toTime = (minutes: number | null = null) =>
  minutes === null ? null : dayjs().startOf('day').add(minutes, 'minute');
const toMinutes = (time: Dayjs | null) => (time ? time.hour() * 60 + time.minute() : null);

/** A time of day as minutes after midnight. */
function ClockInput({ value, onChange, id }: { value?: number; onChange?(minutes: number | null): void; id?: string }) {
  return (
    <TimePicker
      id={id}
      value={toTime(value)}
      format="HH:mm"
      minuteStep={5}
      allowClear={false}
      needConfirm={false}
      onChange={(time) => onChange?.(toMinutes(time))}
      style={{ width: '100%' }}
    />
  );
}

function FieldInput({ field, index }: { field: SettingField; index: number }) {
  const { t } = useTools();
  const number = ['fields', index, 'number'];
  if (field.kind === 'clock')
    return (
      <Form.Item name={number} label={field.label} rules={[{ required: true, message: t('请填写') }]}>
        <ClockInput />
      </Form.Item>
    );
  if (field.kind === 'text')
    return (
      <Form.Item
        name={['fields', index, 'text']}
        label={field.label}
        rules={field.optional ? [] : [{ required: true, whitespace: true, message: t('请填写') }]}
        style={{ gridColumn: '1 / -1' }}
      >
        <Input.TextArea maxLength={field.max} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    );
  const { min, max, unit } = field;
  const input = <InputNumber min={min} max={max} precision={0} addonAfter={unit} style={{ width: '100%' }} />;
  const rules = [{ required: true, message: t('请填写') }];
  if (!field.switch)
    return (
      <Form.Item name={number} label={field.label} rules={rules}>
        {input}
      </Form.Item>
    );
  return (
    <Form.Item label={field.label} htmlFor={`off-${field.switch.name}`}>
      <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <Form.Item name={['fields', index, 'on']} valuePropName="checked" noStyle>
          <Switch id={`off-${field.switch.name}`} />
        </Form.Item>
        <Form.Item name={number} rules={rules} noStyle>
          {input}
        </Form.Item>
      </div>
    </Form.Item>
  );
}

/** One setting: what it decides, its values, and the way back to the default. */
export function SettingCard({ form: { key, ...setting }, onSaved }: { form: SettingForm; onSaved(): void }) {
  const tools = useTools();
  const { t } = tools;
  const { message } = App.useApp();
  const [problems, setProblems] = React.useState<RequestReason[]>([]);
  const [busy, setBusy] = React.useState(false);

  const save = async (value: unknown): Promise<void> => {
    setBusy(true);
    try {
      await saveSetting(tools, key, value);
      setProblems([]);
      void message.success(t('已保存'));
      onSaved();
    } catch (error) {
      setProblems(requestFailure(error).reasons);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Card
      title={setting.title}
      extra={<Tag color={setting.isDefault ? undefined : 'gold'}>{t(setting.isDefault ? '预置值' : '本市设置')}</Tag>}
    >
      <Typography.Paragraph type="secondary">{setting.help}</Typography.Paragraph>
      <ReasonList title={t('没有保存')} reasons={problems} />
      <Form<Filled>
        name={key}
        layout="vertical"
        initialValues={{ fields: setting.fields.map((field) => readField(setting.value, field)) }}
        onFinish={({ fields }) => void save(writeFields(setting.value, setting.fields, fields))}
      >
        <div
          style={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
            columnGap: 24,
            alignItems: 'end',
          }}
        >
          {setting.fields.map((field, index) => (
            <FieldInput key={field.path.join('.')} field={field} index={index} />
          ))}
        </div>
        <Space wrap>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('保存')}
          </Button>
          {!setting.isDefault && (
            <Button disabled={busy} onClick={() => void save(null)}>
              {t('恢复预置值')}
            </Button>
          )}
        </Space>
      </Form>
    </Card>
  );
}
