import { useFlowEngine } from '@nocobase/flow-engine';
import { NodeDefaultView, parseCollectionName, type CanvasNode } from '@nocobase/plugin-workflow/client-v2';
import { Typography } from 'antd';
import React from 'react';
import { type MoveNodeConfig } from '../../../shared/config';
import { type DrawnNode } from '../../../shared/move-check';
import { translator } from '../../locale';
import { useProcess } from '../use-process';
import { useNeverFollows } from './use-move-warning';

/** The move on the canvas: what is done with which records. */
export function MoveCard({ data }: { data: CanvasNode }) {
  const { context } = useFlowEngine();
  const t = translator(context);
  const { collection: value, transition } = (data.config ?? {}) as Partial<MoveNodeConfig>;
  const name = parseCollectionName(value)[1];
  const { process, transitions } = useProcess(name);
  const neverFollows = useNeverFollows(process, data as DrawnNode, data.config);
  const collection = name && context.t(context.dataSourceManager.getCollection('main', name)?.title ?? name);
  const action = transitions.find((each) => each.value === transition)?.label ?? transition;
  return (
    <NodeDefaultView
      data={data}
      cardExtra={
        collection && action ? (
          <Typography.Text type={neverFollows ? 'warning' : 'secondary'}>
            {t('“{{collection}}”：{{action}}', { collection, action })}
            {neverFollows && <div role="alert">{t('到这里时记录的状态不允许这一操作，永远不会成功')}</div>}
          </Typography.Text>
        ) : (
          <Typography.Text type="warning">{t('还没有设置流程操作')}</Typography.Text>
        )
      }
    />
  );
}

export default MoveCard;
