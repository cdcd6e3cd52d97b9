import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Badge, Space, Tag, Tooltip, Typography } from 'antd';
import React from 'react';
import type { TreeNode } from '../../shared/answers';
import { gapColour, gapTitle } from './gap-texts';

/** One organisation in the tree: its name, its head, how many lie below, and what is missing there. */
export function TreeRow({ node, isFound }: { node: TreeNode; isFound: boolean }): React.ReactElement {
  const { t, language } = useTools();
  const gaps = node.gaps.reduce((sum, gap) => sum + gap.count, 0);
  const colour = node.gaps.some((gap) => gapColour(gap.kind) === 'red') ? 'red' : 'orange';
  return (
    <Space size={6} wrap>
      <Typography.Text strong={isFound} mark={isFound} delete={node.status !== 'active'}>
        {node.name}
      </Typography.Text>
      {node.head ? (
        <Typography.Text type="secondary">{node.head}</Typography.Text>
      ) : (
        <Tag color="red">{t('负责人暂缺')}</Tag>
      )}
      {node.children > 0 && (
        <Badge count={node.children} overflowCount={9999} color="#8c8c8c" title={t('下级党组织')} />
      )}
      {node.level === 'memberHub' && (
        <Typography.Text type="secondary">{t('{{count}} 户', { count: node.households })}</Typography.Text>
      )}
      {gaps > 0 && (
        <Tooltip title={node.gaps.map((gap) => `${gapTitle(gap.kind, language)} ${gap.count}`).join('；')}>
          <Tag color={colour}>{t('缺口 {{count}}', { count: gaps })}</Tag>
        </Tooltip>
      )}
    </Space>
  );
}
