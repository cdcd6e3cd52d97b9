import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Select } from 'antd';
import React, { useState } from 'react';
import type { PublicRequests } from './requests';

export interface AreaChoiceProps {
  requests: PublicRequests;
  t: Translate;
  /** Given by the form. */
  id?: string;
  value?: string;
  onChange?(value: string): void;
}

/** Communities and estates, found by typing part of the name. */
export function AreaChoice({ requests, t, id, value, onChange }: AreaChoiceProps) {
  const [search, setSearch] = useState('');
  const { data, loading } = useRequest(() => requests.areas(search), {
    refreshDeps: [search],
    debounceWait: 250,
  });
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch
      filterOption={false}
      onSearch={setSearch}
      loading={loading}
      placeholder={t('输入名称查找')}
      notFoundContent={loading ? null : t('没有找到，请换个说法')}
      options={(data ?? []).map((area) => ({
        value: String(area.id),
        label: area.level === 'estate' && area.parent ? `${area.name}（${area.parent}）` : area.name,
      }))}
    />
  );
}
