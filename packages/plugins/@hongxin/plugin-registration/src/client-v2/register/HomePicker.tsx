import { RightOutlined } from '@ant-design/icons';
import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Breadcrumb, Empty, Input, List, Typography } from 'antd';
import React, { useState } from 'react';
import type { AreaChoice, Named, RegisterRequests } from '../requests/register';

export interface HomePickerProps {
  requests: Pick<RegisterRequests, 'homes'>;
  value: Named | null;
  t: Translate;
  onChange(home: Named): void;
}

/** Finds the building by name or initials, or down from the street, one tap a level. */
export function HomePicker({ requests, value, t, onChange }: HomePickerProps) {
  const [search, setSearch] = useState('');
  const [way, setWay] = useState<readonly AreaChoice[]>([]);
  const below = way[way.length - 1];
  const query = search.trim() === '' ? { parentCode: below?.code } : { search };
  const { data = [], loading } = useRequest(() => requests.homes(query), {
    refreshDeps: [search, below?.code],
    debounceWait: search === '' ? 0 : 250,
  });
  const choose = (area: AreaChoice): void => {
    setSearch('');
    if (area.level === 'building') {
      onChange({ id: area.id, name: area.name });
      setWay([]);
    } else setWay(search.trim() === '' ? [...way, area] : [area]);
  };
  return (
    <div>
      {value && (
        <Typography.Paragraph>
          {t('已选')} <Typography.Text strong>{value.name}</Typography.Text>
        </Typography.Paragraph>
      )}
      <Input.Search
        aria-label={t('查找楼栋')}
        placeholder={t('输入小区或楼栋名称、小区拼音首字母')}
        size="large"
        allowClear
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <Breadcrumb
        style={{ margin: '12px 0 4px' }}
        items={[
          { title: <a onClick={() => setWay([])}>{t('全市')}</a> },
          ...way.map((area, index) => ({ title: <a onClick={() => setWay(way.slice(0, index + 1))}>{area.name}</a> })),
        ]}
      />
      <List
        dataSource={data}
        loading={loading}
        style={{ maxHeight: '42vh', overflowY: 'auto' }}
        locale={{ emptyText: <Empty description={t('没有找到，请换个说法')} /> }}
        renderItem={(area) => (
          <List.Item
            role="button"
            tabIndex={0}
            style={{ cursor: 'pointer' }}
            onClick={() => choose(area)}
            onKeyDown={(event) => event.key === 'Enter' && choose(area)}
            extra={area.level === 'building' ? null : <RightOutlined aria-hidden />}
          >
            <List.Item.Meta
              title={<span style={{ fontSize: 16 }}>{area.name}</span>}
              description={search.trim() === '' ? null : area.path}
            />
          </List.Item>
        )}
      />
    </div>
  );
}
