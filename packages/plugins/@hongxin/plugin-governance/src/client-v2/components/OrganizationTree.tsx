import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Alert, AutoComplete, Button, Empty, Input, Skeleton, Space, Tree, Typography } from 'antd';
import { useDebounceFn, useRequest } from 'ahooks';
import React, { useState } from 'react';
import { ORGANIZATION_LEVEL_LABELS } from '@hongxin/rules/governance';
import type { SearchHit } from '../../shared/answers';
import { FactsDrawer, type Chosen } from './FactsDrawer';
import { TOP, treeItems, type TreeItem } from './tree-data';
import { TreeRow } from './TreeRow';
import { useOrganizationTree } from './use-organization-tree';
import { useGovernance } from '../requests/governance';

/** 组织架构: the five-level tree, opened level by level, with search and the facts of what is chosen. */
export function OrganizationTree(): React.ReactElement {
  const { t } = useTools();
  const tree = useOrganizationTree();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const top = tree.opened[TOP];
  if (tree.failed && !top)
    return (
      <Alert
        type="error"
        showIcon
        message={t('组织架构读取失败')}
        action={<Button onClick={tree.reload}>{t('重试')}</Button>}
      />
    );
  if (!top) return <Skeleton active />;
  return (
    <Space direction="vertical" style={{ width: '100%' }} size="middle">
      <Space wrap>
        <OrganizationSearch onChoose={(hit) => void tree.reveal(hit)} />
        <Button onClick={tree.reload}>{t('刷新')}</Button>
      </Space>
      {top.length === 0 ? (
        <Empty description={t('您的任职区域内还没有党组织')} />
      ) : (
        <div style={{ overflowX: 'auto' }}>
          <Tree<TreeItem>
            blockNode
            showLine
            treeData={treeItems(tree.opened)}
            expandedKeys={tree.expanded}
            onExpand={(keys) => tree.setExpanded(keys.map(String))}
            loadData={async (item) => {
              if (!tree.opened[item.key]) await tree.load(item.key);
            }}
            selectedKeys={tree.found ? [tree.found] : []}
            onSelect={(_keys, { node: item }) => setChosen({ id: item.node.id, name: item.node.name })}
            titleRender={(item) => <TreeRow node={item.node} isFound={item.key === tree.found} />}
          />
        </div>
      )}
      <FactsDrawer chosen={chosen} onClose={() => setChosen(null)} />
    </Space>
  );
}

function OrganizationSearch({ onChoose }: { onChoose: (hit: SearchHit) => void }): React.ReactElement {
  const requests = useGovernance();
  const { t, language } = useTools();
  const { data: hits = [], run, mutate } = useRequest((text: string) => requests.search(text), { manual: true });
  const { run: search } = useDebounceFn((text: string) => (text.trim() === '' ? mutate([]) : run(text.trim())), {
    wait: 250,
  });
  return (
    <AutoComplete
      style={{ width: 'min(360px, 80vw)' }}
      onSearch={search}
      onSelect={(id: string) => {
        const hit = hits.find((each) => each.id === id);
        if (hit) onChoose(hit);
      }}
      options={hits.map((hit) => ({
        value: hit.id,
        label: (
          <div>
            {hit.name}{' '}
            <Typography.Text type="secondary">{ORGANIZATION_LEVEL_LABELS[hit.level][language]}</Typography.Text>
            <div>
              <Typography.Text type="secondary">{hit.path}</Typography.Text>
            </div>
          </div>
        ),
      }))}
    >
      <Input.Search aria-label={t('搜索党组织')} placeholder={t('名称或拼音首字母')} allowClear />
    </AutoComplete>
  );
}
