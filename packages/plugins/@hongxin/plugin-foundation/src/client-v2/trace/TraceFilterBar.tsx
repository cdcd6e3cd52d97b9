import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import React from 'react';
import { type Translate } from '../tools/texts';
import { type TraceFilter, type TraceOptions } from '../requests/trace';

interface Values {
  collection?: string;
  transition?: string;
  recordId?: string;
  actor?: string;
  days?: [Dayjs, Dayjs] | null;
}

interface TraceFilterBarProps {
  t: Translate;
  options: TraceOptions | undefined;
  onSearch(filter: TraceFilter): void;
}

const STYLE: React.CSSProperties = { minWidth: 170, marginBottom: 12 };

/** Which collection, record, person, time and action the log is narrowed to. */
export function TraceFilterBar({ t, options, onSearch }: TraceFilterBarProps) {
  const [form] = Form.useForm<Values>();
  const search = ({ days, ...rest }: Values): void => {
    const named = Object.entries(rest).filter(([, value]) => value !== undefined && value.trim() !== '');
    const span = days ? { from: days[0].startOf('day').toISOString(), to: days[1].endOf('day').toISOString() } : {};
    onSearch({ ...Object.fromEntries(named.map(([name, value]) => [name, value?.trim()])), ...span });
  };
  const reset = (): void => {
    form.resetFields();
    onSearch({});
  };
  const presets = [
    { label: t('今天'), value: [dayjs(), dayjs()] as [Dayjs, Dayjs] },
    { label: t('最近7天'), value: [dayjs().subtract(6, 'day'), dayjs()] as [Dayjs, Dayjs] },
  ];
  return (
    <Form<Values> form={form} layout="inline" onFinish={search} aria-label={t('筛选')}>
      <Form.Item name="collection" style={STYLE}>
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          placeholder={t('数据表')}
          aria-label={t('数据表')}
          options={options?.collections}
        />
      </Form.Item>
      <Form.Item name="transition" style={STYLE}>
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          placeholder={t('操作')}
          aria-label={t('操作')}
          options={options?.transitions}
        />
      </Form.Item>
      <Form.Item name="actor" style={STYLE}>
        <Input allowClear placeholder={t('操作人')} aria-label={t('操作人')} maxLength={100} />
      </Form.Item>
      <Form.Item name="recordId" style={STYLE}>
        <Input allowClear placeholder={t('记录编号')} aria-label={t('记录编号')} maxLength={100} />
      </Form.Item>
      <Form.Item name="days" style={{ marginBottom: 12 }}>
        <DatePicker.RangePicker presets={presets} aria-label={t('时间')} />
      </Form.Item>
      <Form.Item style={{ marginBottom: 12 }}>
        <Button type="primary" htmlType="submit">
          {t('查询')}
        </Button>
      </Form.Item>
      <Form.Item style={{ marginBottom: 12 }}>
        <Button onClick={reset}>{t('重置')}</Button>
      </Form.Item>
    </Form>
  );
}
