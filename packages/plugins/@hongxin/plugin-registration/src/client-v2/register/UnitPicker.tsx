import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Empty, Input, List, Typography } from 'antd';
import React, { useState } from 'react';
import type { Named, RegisterRequests } from '../requests/register';

export interface UnitPickerProps {
  requests: Pick<RegisterRequests, 'units'>;
  value: Named | null;
  t: Translate;
  onChange(unit: Named): void;
}

/** Finds the unit by name, initials or credit code. */
export function UnitPicker({ requests, value, t, onChange }: UnitPickerProps) {
  const [search, setSearch] = useState('');
  const { data = [], loading } = useRequest(async () => (search.trim() === '' ? [] : requests.units(search)), {
    refreshDeps: [search],
    debounceWait: 250,
  });
  return (
    <div>
      {value && (
        <Typography.Paragraph>
          {t('已选')} <Typography.Text strong>{value.name}</Typography.Text>
        </Typography.Paragraph>
      )}
      <Input.Search
        aria-label={t('查找单位')}
        placeholder={t('输入单位名称、拼音首字母或信用代码')}
        size="large"
        allowClear
        loading={loading}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {search.trim() !== '' && (
        <List
          style={{ marginTop: 8 }}
          dataSource={data}
          loading={loading}
          locale={{ emptyText: <Empty description={t('没有找到，请换个说法')} /> }}
          renderItem={(unit) => (
            <List.Item
              role="button"
              tabIndex={0}
              style={{ fontSize: 16, cursor: 'pointer' }}
              onClick={() => {
                onChange(unit);
                setSearch('');
              }}
              onKeyDown={(event) => event.key === 'Enter' && onChange(unit)}
            >
              {unit.name}
            </List.Item>
          )}
        />
      )}
    </div>
  );
}
