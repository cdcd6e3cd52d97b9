import { useFlowEngine } from '@nocobase/flow-engine';
import { Flex, InputNumber, Select } from 'antd';
import React from 'react';
import { type ReviewDeadline } from '../../../shared/config';
import { useT } from '../../locale';

interface DeadlineInputProps {
  collection: string;
  value?: ReviewDeadline | null;
  onChange?(deadline: ReviewDeadline | null): void;
}
const DATE_TYPES = ['date', 'dateOnly', 'datetime', 'datetimeTz', 'datetimeNoTz', 'unixTimestamp'];

/** Until when: so many working hours or days after it arrived, or a date of the record. */
export function DeadlineInput({ collection, value, onChange }: DeadlineInputProps) {
  const t = useT();
  const { context } = useFlowEngine();
  const dates = (context.dataSourceManager.getCollection('main', collection)?.getFields() ?? []).filter(({ type }) =>
    DATE_TYPES.includes(type),
  );
  const kind = value ? (value.kind === 'working' ? value.unit : 'field') : 'none';
  const amount = value?.kind === 'working' ? value.amount : 2;
  const choose = (next: string): void => {
    if (next === 'none') onChange?.(null);
    else if (next === 'field') onChange?.({ kind: 'field', field: dates[0]?.name ?? '' });
    else onChange?.({ kind: 'working', amount, unit: next as 'hour' | 'day' });
  };
  return (
    <Flex gap={8} wrap>
      <Select
        style={{ width: 200 }}
        aria-label={t('时限方式')}
        value={kind}
        onChange={choose}
        options={[
          { value: 'none', label: t('不限时间') },
          { value: 'day', label: t('收到后若干工作日') },
          { value: 'hour', label: t('收到后若干工作小时') },
          { value: 'field', label: t('按记录里的日期'), disabled: dates.length === 0 },
        ]}
      />
      {value?.kind === 'working' && (
        <InputNumber
          min={1}
          max={999}
          precision={0}
          aria-label={t('数量')}
          addonAfter={value.unit === 'day' ? t('工作日') : t('工作小时')}
          style={{ width: 170 }}
          value={value.amount}
          onChange={(next) => onChange?.({ ...value, amount: next ?? 1 })}
        />
      )}
      {value?.kind === 'field' && (
        <Select
          style={{ width: 220 }}
          aria-label={t('哪个日期')}
          value={value.field || undefined}
          options={dates.map(({ name, title }) => ({ value: name, label: context.t(title || name) }))}
          onChange={(field: string) => onChange?.({ kind: 'field', field })}
        />
      )}
    </Flex>
  );
}
