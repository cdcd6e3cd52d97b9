import { NodeIndexOutlined } from '@ant-design/icons';
import { useFlowEngine } from '@nocobase/flow-engine';
import { Instruction, type UseVariableOptions, type VariableOption } from '@nocobase/plugin-workflow/client-v2';
import React from 'react';
import { MOVE_TYPE } from '../../../shared/constants';
import { tExpr, translator } from '../../locale';
import { variableLeaf } from '../variables';

/** 流转: performs a transition on a record, through all its guards. */
export class MoveInstruction extends Instruction {
  type = MOVE_TYPE;
  title = tExpr('流转');
  group = 'collection';
  description = tExpr('对一条记录进行流程操作，受流程自身规则约束；不成功时停在这里，管理员可以看到原因并重试。');
  icon = (<NodeIndexOutlined />);
  fieldset = {};

  createDefaultConfig(): Record<string, unknown> {
    return { recordId: '{{$context.data.id}}', actor: 'reviewer', values: {} };
  }

  FieldsetLoader = () => import('./MoveFieldset').then((module) => ({ default: module.MoveFieldset }));
  ComponentLoader = () => import('./MoveCard').then((module) => ({ default: module.MoveCard }));

  useVariables = useMoveVariables;
}

function useMoveVariables(
  { key, title }: { key: string; title?: string },
  options?: UseVariableOptions,
): VariableOption {
  const t = translator(useFlowEngine().context);
  const leaf = variableLeaf(options);
  return leaf(key, title ?? t('流转'), [leaf('id', t('记录编号')), leaf('state', t('新状态'))]);
}
