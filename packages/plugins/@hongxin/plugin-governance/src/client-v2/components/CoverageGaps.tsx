import { useTools, saveFile } from '@hongxin/plugin-foundation/client-v2';
import { Alert, Button, Select, Space, Table, Tag } from 'antd';
import { useRequest } from 'ahooks';
import React, { useEffect, useState } from 'react';
import { GAP_KINDS } from '../../shared/gap-kinds';
import type { GapRow } from '../../shared/answers';
import type { GapKind } from '../../shared/gap-kinds';
import { usePageArea } from '../narrowing/use-page-area';
import { FactsDrawer, type Chosen } from './FactsDrawer';
import { gapAdvice, gapColour, gapTitle } from './gap-texts';
import { useGovernance } from '../requests/governance';

const PAGE_SIZE = 20;
const CHOOSER_PX = 260;

/** 覆盖缺口: what the structure lacks in the caller's areas, and what to do about it. */
export function CoverageGaps(): React.ReactElement {
  const requests = useGovernance();
  const { t, language } = useTools();
  const [kind, setKind] = useState<GapKind | null>(null);
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { areaCode, chooser } = usePageArea(CHOOSER_PX);
  useEffect(() => setPage(1), [areaCode]);
  const { data, error, loading, refresh } = useRequest(
    () => requests.gaps({ kind, areaCode, page, pageSize: PAGE_SIZE }),
    { refreshDeps: [kind, areaCode, page] },
  );
  const { run: download, loading: downloading } = useRequest(
    async () => saveFile(await requests.gapsFile({ kind, areaCode }), `${t('覆盖缺口')}.csv`),
    { manual: true },
  );
  if (error)
    return (
      <Alert
        type="error"
        showIcon
        message={t('缺口清单读取失败')}
        action={<Button onClick={refresh}>{t('重试')}</Button>}
      />
    );
  return (
    <Space direction="vertical" style={{ width: '100%' }} size="middle">
      <Space wrap>
        <Select
          aria-label={t('缺口类型')}
          allowClear
          placeholder={t('全部类型')}
          value={kind}
          onChange={(value: GapKind | undefined) => {
            setKind(value ?? null);
            setPage(1);
          }}
          options={GAP_KINDS.map((each) => ({ value: each, label: gapTitle(each, language) }))}
          style={{ width: 260 }}
        />
        {chooser}
        <Button onClick={refresh}>{t('刷新')}</Button>
        <Button onClick={download} loading={downloading}>
          {t('导出')}
        </Button>
      </Space>
      <Table<GapRow>
        size="small"
        rowKey={(row) => `${row.kind}-${row.id}`}
        loading={loading}
        dataSource={data?.rows ?? []}
        locale={{ emptyText: t('没有发现覆盖缺口') }}
        scroll={{ x: 'max-content' }}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total: data?.count ?? 0,
          showSizeChanger: false,
          onChange: setPage,
          showTotal: (total) => t('共 {{total}} 条', { total }),
        }}
        columns={[
          {
            key: 'kind',
            title: t('缺口类型'),
            render: (_value, row) => <Tag color={gapColour(row.kind)}>{gapTitle(row.kind, language)}</Tag>,
          },
          { key: 'name', title: t('名称'), render: (_value, row) => <GapName row={row} onChoose={setChosen} /> },
          { key: 'path', title: t('区域'), dataIndex: 'path' },
          {
            key: 'advice',
            title: t('建议'),
            responsive: ['md'],
            render: (_value, row) => gapAdvice(row.kind, language),
          },
        ]}
      />
      <FactsDrawer chosen={chosen} onClose={() => setChosen(null)} />
    </Space>
  );
}

function GapName({ row, onChoose }: { row: GapRow; onChoose: (chosen: Chosen) => void }): React.ReactElement {
  const { t } = useTools();
  const detail = row.day ?? (row.number === null ? null : t('{{count}} 户', { count: row.number }));
  const text = detail === null ? row.name : `${row.name}（${detail}）`;
  if (row.collection !== 'hxOrganizations') return <>{text}</>;
  return (
    <Button
      type="link"
      size="small"
      style={{ padding: 0, whiteSpace: 'normal', textAlign: 'start' }}
      onClick={() => onChoose({ id: row.id, name: row.name })}
    >
      {text}
    </Button>
  );
}
