import { ReasonList, requestFailure, useTools, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { loadShare, type LoadLimits } from '@hongxin/rules/registration';
import { useRequest } from 'ahooks';
import { Alert, Button, Drawer, Input, Progress, Skeleton, Space, Table, Tag } from 'antd';
import React, { useMemo, useState } from 'react';
import { balanceRequests, type Community } from '../requests/balance';
import { MoveUnits } from './MoveUnits';

const LOOK = {
  room: { colour: 'green', text: '有余量' },
  full: { colour: 'orange', text: '已满' },
  over: { colour: 'red', text: '超出' },
} as const;

/** 统筹均衡: what each community carries against the limits; the city moves units to where there is room. */
export function BalanceTable() {
  const tools = useTools();
  const { t, isPhone: phone } = tools;
  const requests = useMemo(() => balanceRequests(tools), [tools]);
  const { data, error, refresh } = useRequest(requests.balance);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Community>();
  if (error) return <ReasonList title={t('没有读到社区负载')} reasons={requestFailure(error).reasons} />;
  if (!data) return <Skeleton active />;
  const { limits, communities, mayMove } = data;
  const shown = communities.filter(({ name, street }) => `${street}${name}`.includes(search.trim()));
  const over = communities.filter(({ state }) => state === 'over').length;
  return (
    <Space direction="vertical" size="middle" style={{ width: '100%' }}>
      <Alert
        type={over > 0 ? 'warning' : 'info'}
        showIcon
        message={
          over > 0
            ? t('{{count}}个社区超出建议容量', { count: over })
            : t('{{count}}个社区均在建议容量内', { count: communities.length })
        }
        description={t('建议每个社区报到单位不超过{{units}}家、在册党员不超过{{members}}名；可在系统设置中调整。', {
          ...limits,
        })}
      />
      <Space wrap>
        <Input.Search
          aria-label={t('查找社区')}
          placeholder={t('街道或社区名称')}
          allowClear
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          style={{ width: 240 }}
        />
        <Button onClick={refresh}>{t('刷新')}</Button>
      </Space>
      <Table<Community>
        size="small"
        rowKey="code"
        dataSource={shown}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 20, showSizeChanger: false, showTotal: (total) => t('共{{total}}个社区', { total }) }}
        columns={[
          ...(phone ? [] : [{ title: t('街道'), dataIndex: 'street' }]),
          { title: t('社区'), dataIndex: 'name' },
          {
            title: t('负载'),
            key: 'load',
            width: 220,
            defaultSortOrder: 'descend',
            sorter: (a, b) => loadShare(a, limits) - loadShare(b, limits),
            render: (_value, row) => <Load row={row} limits={limits} t={t} />,
          },
          count('units', t('报到单位')),
          count('members', t('在册党员')),
          count('needs', t('待办需求')),
          count('openPlaces', t('空余岗位')),
          ...(mayMove
            ? [
                {
                  title: t('操作'),
                  key: 'move',
                  render: (_value: unknown, row: Community) => (
                    <Button type="link" size="small" disabled={row.units === 0} onClick={() => setChosen(row)}>
                      {t('调剂单位')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Drawer
        open={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={chosen && t('{{name}}：调剂单位', { name: chosen.name })}
        width={phone ? '100%' : 560}
        destroyOnClose
      >
        {chosen && (
          <MoveUnits
            requests={requests}
            community={chosen}
            communities={communities}
            limits={limits}
            t={t}
            onMoved={refresh}
          />
        )}
      </Drawer>
    </Space>
  );
}

function count(key: 'units' | 'members' | 'needs' | 'openPlaces', title: string) {
  return {
    title,
    dataIndex: key,
    align: 'right' as const,
    sorter: (a: Community, b: Community) => a[key] - b[key],
  };
}

function Load({ row, limits, t }: { row: Community; limits: LoadLimits; t: Translate }) {
  const { colour, text } = LOOK[row.state];
  const percent = Math.round(loadShare(row, limits) * 100);
  return (
    <Space>
      <Progress
        percent={Math.min(100, percent)}
        format={() => `${percent}%`}
        size="small"
        status={row.state === 'over' ? 'exception' : 'normal'}
        style={{ width: 120 }}
        aria-label={row.name}
      />
      <Tag color={colour}>{t(text)}</Tag>
    </Space>
  );
}
