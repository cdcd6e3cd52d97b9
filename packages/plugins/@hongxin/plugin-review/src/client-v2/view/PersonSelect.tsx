import { requestErrorMessages, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { useDebounceFn, useRequest } from 'ahooks';
import { Select, Typography } from 'antd';
import React from 'react';
import { type Candidate } from '../../shared/contract';

interface PersonSelectProps {
  id?: string;
  value?: number;
  placeholder: string;
  t: Translate;
  search(keyword: string): Promise<Candidate[]>;
  onChange?(userId: number | undefined): void;
}

/** One person out of those the server offers, found by name. */
export function PersonSelect({ id, value, placeholder, t, search, onChange }: PersonSelectProps) {
  const { data, error, loading, run } = useRequest((keyword: string = '') => search(keyword), {
    onError: () => undefined, // shown below the list's box
  });
  const { run: find } = useDebounceFn(run, { wait: 300 });
  const failed = error && requestErrorMessages(error).join('；');
  return (
    <Select<number>
      id={id}
      style={{ width: '100%' }}
      showSearch
      allowClear
      filterOption={false}
      value={value}
      placeholder={placeholder}
      aria-label={placeholder}
      loading={loading}
      notFoundContent={failed ?? (loading ? t('正在查找') : t('没有找到合适的人'))}
      onSearch={find}
      onChange={(chosen?: number) => onChange?.(chosen)}
      options={(data ?? []).map(({ id: person, nickname, note }) => ({ value: person, label: nickname, note }))}
      optionRender={({ data: option, label }) => (
        <span>
          {label} {option.note && <Typography.Text type="secondary">{option.note}</Typography.Text>}
        </span>
      )}
    />
  );
}
