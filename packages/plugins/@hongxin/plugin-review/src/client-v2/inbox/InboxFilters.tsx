import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Flex, Input, Select } from 'antd';
import dayjs from 'dayjs';
import React from 'react';
import { type FilterChoices, type MineQuery } from '../../shared/contract';

export type Filters = Pick<MineQuery, 'process' | 'areaCode' | 'overdue' | 'dueBefore' | 'keyword'>;

/** Days ahead that "soon due" looks [default]. */
const SOON_DAYS = 2;

interface InboxFiltersProps {
  filters: Filters;
  choices: FilterChoices | undefined;
  touch: boolean;
  withDue: boolean;
  t: Translate;
  onChange(filters: Filters): void;
}

/** By process, area, time limit and words. */
export function InboxFilters({ filters, choices, touch, withDue, t, onChange }: InboxFiltersProps) {
  const width = (pixels: number) => (touch ? { flex: '1 1 40%', minWidth: 0 } : { width: pixels });
  const due = filters.overdue ? 'overdue' : filters.dueBefore ? 'soon' : undefined;
  const setDue = (choice?: string): void =>
    onChange({
      ...filters,
      overdue: choice === 'overdue' ? true : undefined,
      dueBefore: choice === 'soon' ? dayjs().add(SOON_DAYS, 'day').toISOString() : undefined,
    });
  const some = (list: FilterChoices['processes'] | undefined) => list !== undefined && list.length > 0;
  return (
    <Flex gap={8} wrap style={{ marginBottom: 12 }}>
      <Input.Search
        allowClear
        style={touch ? { flex: '1 1 100%' } : { width: 220 }}
        placeholder={t('姓名、编号、事项')}
        aria-label={t('查找')}
        defaultValue={filters.keyword}
        onSearch={(keyword) => onChange({ ...filters, keyword: keyword.trim() || undefined })}
      />
      {some(choices?.processes) && (
        <Select
          allowClear
          style={width(160)}
          placeholder={t('全部流程')}
          aria-label={t('流程')}
          value={filters.process}
          options={choices?.processes}
          onChange={(process?: string) => onChange({ ...filters, process })}
        />
      )}
      {some(choices?.areas) && (
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          style={width(180)}
          placeholder={t('全部区域')}
          aria-label={t('区域')}
          value={filters.areaCode}
          options={choices?.areas}
          onChange={(areaCode?: string) => onChange({ ...filters, areaCode })}
        />
      )}
      {withDue && (
        <Select
          allowClear
          style={width(140)}
          placeholder={t('全部时限')}
          aria-label={t('时限')}
          value={due}
          options={[
            { value: 'overdue', label: t('已超期') },
            { value: 'soon', label: t('{{days}} 天内到期', { days: SOON_DAYS }) },
          ]}
          onChange={setDue}
        />
      )}
    </Flex>
  );
}
